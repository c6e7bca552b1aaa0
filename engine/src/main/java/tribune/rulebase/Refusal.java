package tribune.rulebase;

import static java.util.Objects.requireNonNull;

import tribune.document.Diagnostic;
import tribune.document.Place;

/**
 * A part of DRL that rule files may not have, and what to write instead. Two readers find them:
 * {@link Forbidden} in the words of a file, also where Drools cannot read it, and {@link DrlParts}
 * in what Drools is about to compile, which nothing passes.
 *
 * @param what the part, with its article
 */
record Refusal(String what, String instead) {
  private static final String RULE = "write a rule instead";

  static final Refusal FUNCTION = new Refusal("a function", RULE);
  static final Refusal QUERY = new Refusal("a query", RULE);
  static final Refusal UNIT = new Refusal("a rule unit", RULE);
  static final Refusal FUNCTION_IMPORT = new Refusal("the import of a function", RULE);
  static final Refusal SECOND_CONSEQUENCE = new Refusal("a second consequence", RULE);
  static final Refusal GLOBAL = new Refusal("a global", "`audit` is given; thresholds are facts");
  static final Refusal DIALECT =
      new Refusal("a dialect", "leave it out: conditions are written as Java writes them");
  static final Refusal ANNOTATION = new Refusal("an annotation", "leave it out");

  Refusal {
    requireNonNull(what, "what");
    requireNonNull(instead, "instead");
  }

  static Refusal attribute(String name) {
    return new Refusal("the attribute `" + name + "`", "rules of the contract need no attributes");
  }

  Diagnostic at(Place place, DrlFile file) {
    return Diagnostic.of(
            RuleBaseCode.FORBIDDEN, file.source(), what + " is not allowed in a rule file")
        .at(place)
        .note(instead);
  }
}
