package tribune.rulebase.analysis;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tribune.decision.Decision;
import tribune.decision.Proposal;
import tribune.rulebase.ThresholdTable;
import tribune.rulebase.language.AsOf;
import tribune.rulebase.language.Threshold;
import tribune.rulebase.logic.Operand;
import tribune.schema.Member;
import tribune.schema.RecordType;
import tribune.schema.ValueKind;

/**
 * What is known of facts before any rule is read: how many of a type there can be, and what the
 * thresholds are.
 *
 * @param thresholds by id
 */
record FactKinds(Map<String, Threshold> thresholds, Numbers numbers) {
  private static final Set<String> ALWAYS_ONE =
      Set.of(Decision.class.getSimpleName(), AsOf.class.getSimpleName());
  private static final Set<String> AT_MOST_ONE = atMostOne();

  /** How thresholds are read. */
  enum Numbers {
    /** As the numbers that they are today. */
    AS_TODAY,
    /** By their ids, so that two thresholds of the same number are two. */
    BY_ID
  }

  FactKinds {
    thresholds = Map.copyOf(thresholds);
  }

  static FactKinds of(java.util.List<ThresholdTable.Entry> entries, Numbers numbers) {
    return new FactKinds(
        entries.stream()
            .flatMap(entry -> entry.fact().stream())
            .collect(toMap(Threshold::id, fact -> fact, (one, other) -> one)),
        numbers);
  }

  /** Whether there is exactly one fact of this type. */
  boolean isAlwaysOne(String type) {
    return ALWAYS_ONE.contains(simple(type));
  }

  /** Whether two facts of this type are always the same one. */
  boolean isSingle(String type) {
    return isAlwaysOne(type) || AT_MOST_ONE.contains(simple(type));
  }

  boolean isThreshold(String type) {
    return simple(type).equals(Threshold.class.getSimpleName());
  }

  /** What a member of a threshold is. */
  Operand threshold(String id, String member) {
    Threshold threshold = thresholds.get(id);
    boolean isNumber = member.equals("value") || member.equals("count");
    return numbers == Numbers.AS_TODAY && isNumber && threshold != null
        ? new Operand.Amount(threshold.value())
        : new Operand.Term("threshold " + id + "." + member);
  }

  /** The name of a type without its package. */
  static String simple(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  private static Set<String> atMostOne() {
    Set<String> single = new TreeSet<>();
    for (Member section : RecordType.of(Proposal.class).members()) {
      nested(section.kind()).ifPresent(type -> single.add(type.name()));
    }
    return Set.copyOf(single);
  }

  private static Optional<RecordType<?>> nested(ValueKind kind) {
    return kind instanceof ValueKind.Nested nested ? Optional.of(nested.type()) : Optional.empty();
  }
}
