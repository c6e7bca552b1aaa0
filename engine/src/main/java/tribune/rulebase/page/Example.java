package tribune.rulebase.page;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tribune.document.YamlWriter;
import tribune.rulebase.Check;
import tribune.rulebase.cases.RuleCase;
import tribune.verdict.Outcome;

/**
 * A test case of a check, shown to people.
 *
 * @param name what it shows, as a sentence without its full stop
 * @param proposal as YAML; id and title may be left out
 * @param asOf the day of the audit
 * @param reason why the check comes out so, if the case says
 * @param values what the outcome rests on, such as {@code share = 30%}
 */
public record Example(
    String name,
    String proposal,
    LocalDate asOf,
    Outcome outcome,
    Optional<String> reason,
    List<String> values,
    List<String> missing) {
  /** Fits a terminal of 80 columns, indented. */
  private static final int COLUMNS = 76;

  public Example {
    requireNonNull(name, "name");
    requireNonNull(proposal, "proposal");
    requireNonNull(asOf, "asOf");
    requireNonNull(outcome, "outcome");
    requireNonNull(reason, "reason");
    values = List.copyOf(values);
    missing = List.copyOf(missing);
  }

  /** The first case of this outcome, and of those the first that gives a reason, if one does. */
  static Optional<Example> of(Check check, Outcome outcome, List<RuleCase> cases) {
    List<RuleCase> fitting =
        cases.stream()
            .filter(it -> it.expected().check().equals(check.id()))
            .filter(it -> it.expected().outcome() == outcome)
            .toList();
    return fitting.stream()
        .filter(it -> it.expected().reason() != null)
        .findFirst()
        .or(() -> fitting.stream().findFirst())
        .map(Example::of);
  }

  private static Example of(RuleCase from) {
    return new Example(
        from.expected().name(),
        YamlWriter.text(from.expected().proposal(), COLUMNS),
        from.asOf(),
        from.expected().outcome(),
        Optional.ofNullable(from.expected().reason()),
        List.copyOf(from.expected().values()),
        List.copyOf(from.expected().missing()));
  }
}
