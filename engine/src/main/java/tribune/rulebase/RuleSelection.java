package tribune.rulebase;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which of the rules that were compiled are in play, and under which name each is: a rule base can
 * be compiled together with variants of its rules, and be run with any of them in the place of the
 * rule it varies, without compiling again.
 *
 * @param nameInPlay the name in play by the name that was compiled; empty for a rule left out
 */
record RuleSelection(Function<String, Optional<String>> nameInPlay) {
  RuleSelection {
    requireNonNull(nameInPlay, "nameInPlay");
  }

  /** Every rule under its own name, but for those of checks that are switched off. */
  static RuleSelection of(Catalogue catalogue) {
    return new RuleSelection(
        compiled ->
            RuleName.parse(compiled)
                    .map(name -> name.fold(of -> catalogue.isSwitchedOff(of.check()), it -> false))
                    .orElse(false)
                ? Optional.empty()
                : Optional.of(compiled));
  }

  /** The rules of these compiled names, each under the name it is given. */
  static RuleSelection of(Map<String, String> namesInPlay) {
    Map<String, String> names = Map.copyOf(namesInPlay);
    return new RuleSelection(compiled -> Optional.ofNullable(names.get(compiled)));
  }
}
