package tribune.rulebase;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tribune.verdict.CheckId;

/**
 * The name of a rule, which is its place in the contract: {@code LTR-03 applies}, {@code LTR-03
 * needs evidence}, {@code LTR-03 fails}, {@code LTR-03 fails: no notice}, or {@code derive high
 * stakes}.
 */
sealed interface RuleName {
  Pattern OF_CHECK =
      Pattern.compile(
          "([A-Z][A-Z0-9]*-[0-9]+) (applies|needs evidence|fails)(: [^\\\\\\p{Cntrl}]+)?");
  Pattern DERIVATION = Pattern.compile("derive [^\\\\\\p{Cntrl}]+");

  /** The name as it is written. */
  String text();

  <T> T fold(Function<OfCheck, T> ofCheck, Function<Derivation, T> derivation);

  /** A rule that reports for a check. */
  record OfCheck(String text, CheckId check, Facet facet) implements RuleName {
    public OfCheck {
      requireNonNull(text, "text");
      requireNonNull(check, "check");
      requireNonNull(facet, "facet");
    }

    @Override
    public <T> T fold(Function<OfCheck, T> ofCheck, Function<Derivation, T> derivation) {
      return ofCheck.apply(this);
    }
  }

  /** A rule that derives facts for others. */
  record Derivation(String text) implements RuleName {
    public Derivation {
      requireNonNull(text, "text");
    }

    @Override
    public <T> T fold(Function<OfCheck, T> ofCheck, Function<Derivation, T> derivation) {
      return derivation.apply(this);
    }
  }

  /** What the name says, or empty if it does not follow the contract. */
  static Optional<RuleName> parse(String text) {
    if (DERIVATION.matcher(text).matches()) {
      return Optional.of(new Derivation(text));
    }
    Matcher name = OF_CHECK.matcher(text);
    if (!name.matches() || !CheckId.isWellFormed(name.group(1))) {
      return Optional.empty();
    }
    Facet facet =
        switch (name.group(2)) {
          case "applies" -> Facet.APPLIES;
          case "fails" -> Facet.FAILS;
          default -> Facet.NEEDS_EVIDENCE;
        };
    return Optional.of(new OfCheck(text, new CheckId(name.group(1)), facet));
  }
}
