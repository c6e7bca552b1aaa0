package tribune.rulebase.page;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import tribune.decision.Proposal;
import tribune.rulebase.Check;
import tribune.schema.Member;
import tribune.schema.RecordType;
import tribune.schema.ValueKind;

/**
 * A fact that a check asks the proposer for.
 *
 * @param path such as {@code departments.state}
 * @param question in the words of the member
 * @param written how to write the answer
 * @param optional why it may stay unstated on a PASS, if it may
 */
public record AskedFact(String path, String question, String written, Optional<String> optional) {
  public AskedFact {
    requireNonNull(path, "path");
    requireNonNull(question, "question");
    requireNonNull(written, "written");
    requireNonNull(optional, "optional");
  }

  static AskedFact of(String path, Check check) {
    Optional<Member> member = RecordType.of(Proposal.class).at(path);
    Optional<String> optional =
        check.optional().stream()
            .filter(it -> it.fact().equals(path))
            .map(Check.OptionalFact::why)
            .findFirst();
    return new AskedFact(
        path,
        member.map(Member::doc).orElse("No member of a proposal has this name."),
        member.map(it -> written(it.kind())).orElse("nothing"),
        optional);
  }

  /** What the answer looks like: {@code yes or no}, {@code a share such as 35%}. */
  private static String written(ValueKind kind) {
    if (kind.records().isEmpty()) {
      return kind.description();
    }
    return kind instanceof ValueKind.Many ? "a list with an entry for each" : "a section";
  }
}
