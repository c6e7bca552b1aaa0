package tribune.trail;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tribune.verdict.Outcome;

/**
 * A {@link Filter} in the words of the query columns.
 *
 * @param verdicts one of these; any if empty
 * @param checks ids, or prefixes that end in a hyphen; one of these, any if empty
 * @param outcomes what the check came out as; if empty, checks do not matter at all
 * @param department folded
 * @param from first time that is wanted
 * @param to first time that is not wanted any more
 * @param search folded; empty if anything will do
 * @param before the first place that is not looked at
 */
public record TableQuery(
    Filter.Span span,
    List<String> verdicts,
    List<String> checks,
    List<String> outcomes,
    @Nullable String department,
    @Nullable String from,
    @Nullable String to,
    String search,
    long before) {
  static TableQuery of(Filter filter) {
    String department = filter.department();
    String search = filter.search();
    return new TableQuery(
        filter.span(),
        names(filter.verdicts()),
        filter.checks().stream().sorted().toList(),
        outcomes(filter),
        department == null ? null : Projection.folded(department),
        time(filter.from()),
        time(filter.to()),
        search == null ? "" : Projection.folded(search),
        filter.before());
  }

  private static List<String> outcomes(Filter filter) {
    if (filter.outcomes().isEmpty() && !filter.checks().isEmpty()) {
      return Stream.of(Outcome.values())
          .filter(outcome -> outcome != Outcome.NOT_APPLICABLE)
          .map(Enum::name)
          .toList();
    }
    return names(filter.outcomes());
  }

  private static List<String> names(Set<? extends Enum<?>> constants) {
    return constants.stream().map(Enum::name).sorted().toList();
  }

  /** Rounded up to what the column can hold, so that both bounds mean what they say. */
  private static @Nullable String time(@Nullable Instant time) {
    return time == null ? null : RecordTime.write(RecordTime.roundedUp(time));
  }
}
