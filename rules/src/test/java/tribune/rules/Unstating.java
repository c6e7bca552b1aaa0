package tribune.rules;

import java.util.List;
import java.util.Optional;
import tribune.decision.Excerpt;
import tribune.decision.FactPaths;
import tribune.decision.Proposal;
import tribune.schema.Member;
import tribune.schema.RecordType;

/** Copies of a proposal in which something is no longer stated. */
final class Unstating {
  private Unstating() {}

  /**
   * The proposal without a section ({@code departments}), or without one member in all records of a
   * section ({@code departments.state}); empty if it did not state it or if it has to be stated.
   */
  static Optional<Proposal> of(Proposal proposal, String path) {
    if (isRequired(path)) {
      return Optional.empty();
    }
    Proposal after = Excerpt.of(proposal, stated -> !isIn(path, FactPaths.withoutKeys(stated)));
    return after.equals(proposal) ? Optional.empty() : Optional.of(after);
  }

  /** The members of the records that a section holds. */
  static List<Member> members(String section) {
    return type(section).members();
  }

  private static boolean isRequired(String path) {
    String[] steps = path.split("\\.", 2);
    Member section = section(steps[0]);
    return steps.length == 1
        ? section.isRequired()
        : type(steps[0]).member(steps[1]).orElseThrow().isRequired();
  }

  static Member section(String name) {
    return RecordType.of(Proposal.class).member(name).orElseThrow();
  }

  private static boolean isIn(String path, String stated) {
    return stated.equals(path) || stated.startsWith(path + ".");
  }

  /** The records that a section holds. */
  static RecordType<?> type(String section) {
    return section(section).kind().records().orElseThrow();
  }
}
