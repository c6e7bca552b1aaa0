package tribune.shell.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tribune.rulebase.Catalogue;
import tribune.rulebase.Check;
import tribune.rulebase.cases.RuleCase;
import tribune.shell.line.CommandFailed;
import tribune.shell.workspace.TestedRules;
import tribune.verdict.CheckId;

/**
 * The cases that a line asks for.
 *
 * @param checks those whose cases all are among them; empty for all checks of the rule base
 * @param words what the names of the cases hold; empty if whole checks are asked for
 */
record ChosenCases(List<RuleCase> cases, Set<CheckId> checks, String words) {
  ChosenCases {
    cases = List.copyOf(cases);
    checks = Set.copyOf(checks);
  }

  /**
   * The cases of these checks that the filter lets through.
   *
   * @param filter a check, a principle, or words of names of cases; empty for no filter
   * @throws CommandFailed if there is none
   */
  static ChosenCases of(List<String> names, Optional<String> filter, TestedRules tested) {
    Catalogue catalogue = tested.rules().catalogue();
    Set<CheckId> named = ChosenChecks.of(names, catalogue);
    if (filter.isEmpty()) {
      return new ChosenCases(tested.casesOf(named), named, "");
    }
    Set<CheckId> filtered = checks(filter.get(), catalogue);
    ChosenCases chosen =
        filtered.isEmpty()
            ? ofWords(tested.casesOf(named), named, filter.get())
            : ofChecks(tested, named, filtered);
    if (chosen.cases().isEmpty()) {
      throw nothing(filter.get(), catalogue);
    }
    return chosen;
  }

  boolean areWhole() {
    return words.isEmpty();
  }

  private static ChosenCases ofChecks(
      TestedRules tested, Set<CheckId> named, Set<CheckId> filtered) {
    Set<CheckId> both = new LinkedHashSet<>(filtered);
    if (!named.isEmpty()) {
      both.retainAll(named);
    }
    return new ChosenCases(both.isEmpty() ? List.of() : tested.casesOf(both), both, "");
  }

  private static ChosenCases ofWords(List<RuleCase> cases, Set<CheckId> named, String filter) {
    List<String> words = List.of(filter.toLowerCase(Locale.ROOT).strip().split("\\s+", -1));
    return new ChosenCases(
        cases.stream()
            .filter(it -> words.stream().allMatch(lower(it.expected().name())::contains))
            .toList(),
        named,
        filter);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** The checks that a name stands for; none if it is neither a check nor a principle. */
  private static Set<CheckId> checks(String name, Catalogue catalogue) {
    return catalogue.principles().stream()
        .flatMap(
            principle ->
                principle.checks().stream()
                    .filter(
                        it ->
                            principle.id().equalsIgnoreCase(name)
                                || it.id().equalsIgnoreCase(name)))
        .map(Check::checkId)
        .collect(Collectors.toSet());
  }

  private static CommandFailed nothing(String filter, Catalogue catalogue) {
    List<String> known = new ArrayList<>(catalogue.checks().stream().map(Check::id).toList());
    catalogue.principles().forEach(it -> known.add(it.id()));
    return UnknownName.failure(
        "no case is of '" + filter + "' or has these words in its name",
        filter,
        known,
        "give a check, a principle, or words that all stand in the name of a case");
  }
}
