package tribune.rules;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tribune.decision.Proposal;
import tribune.decision.ProposalReader;
import tribune.document.Json;
import tribune.schema.Member;
import tribune.schema.RecordType;
import tribune.schema.RecordWriter;
import tribune.schema.ValueKind;

/** Copies of a proposal in which something is no longer stated. */
final class Unstating {
  private Unstating() {}

  /**
   * The proposal without a section ({@code departments}), or without one member in all records of a
   * section ({@code departments.state}); empty if it did not state it or if it has to be stated.
   */
  static Optional<Proposal> of(Proposal proposal, String path) {
    String[] steps = path.split("\\.", 2);
    Member section = RecordType.of(Proposal.class).member(steps[0]).orElseThrow();
    boolean required =
        steps.length == 1
            ? section.isRequired()
            : type(section).member(steps[1]).orElseThrow().isRequired();
    Json.Members before = RecordWriter.json(proposal);
    if (required || !before.values().containsKey(steps[0])) {
      return Optional.empty();
    }
    Json.Members after =
        steps.length == 1
            ? withoutSection(before, section)
            : withoutMember(before, steps[0], steps[1]);
    return after.equals(before)
        ? Optional.empty()
        : Optional.of(ProposalReader.readRecorded("unstated " + path, after).orThrow());
  }

  private static Json.Members withoutMember(Json.Members proposal, String section, String member) {
    SortedMap<String, Json> all = new TreeMap<>(proposal.values());
    all.computeIfPresent(section, (name, value) -> stripped(value, member));
    return new Json.Members(all);
  }

  /** Nothing may refer to what is gone. */
  private static Json.Members withoutSection(Json.Members proposal, Member section) {
    SortedMap<String, Json> all = new TreeMap<>(proposal.values());
    all.remove(section.name());
    Class<?> gone = type(section).recordClass();
    Json.Members left = new Json.Members(all);
    for (Member other : RecordType.of(Proposal.class).members()) {
      if (!isRecords(other)) {
        continue;
      }
      for (Member member : type(other).members()) {
        if (member.refersTo().filter(gone::equals).isPresent()) {
          left = withoutMember(left, other.name(), member.name());
        }
      }
    }
    return left;
  }

  private static Json stripped(Json value, String member) {
    if (value instanceof Json.Elements elements) {
      return new Json.Elements(elements.values().stream().map(it -> stripped(it, member)).toList());
    }
    SortedMap<String, Json> members = new TreeMap<>(((Json.Members) value).values());
    members.remove(member);
    return new Json.Members(members);
  }

  /** The members of the records that a section holds. */
  static List<Member> members(String section) {
    return type(RecordType.of(Proposal.class).member(section).orElseThrow()).members();
  }

  private static boolean isRecords(Member section) {
    return element(section) instanceof ValueKind.Nested;
  }

  private static RecordType<?> type(Member section) {
    return ((ValueKind.Nested) element(section)).type();
  }

  private static ValueKind element(Member section) {
    return section.kind() instanceof ValueKind.Many many ? many.element() : section.kind();
  }
}
