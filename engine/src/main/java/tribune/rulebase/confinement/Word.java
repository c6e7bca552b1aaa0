package tribune.rulebase.confinement;

import static java.util.Objects.requireNonNull;

/**
 * A word, text, number or sign of a rule file.
 *
 * @param line from 1
 * @param column from 1, in Unicode code points
 */
record Word(Sort sort, String text, int line, int column) {
  /** What a word is. */
  enum Sort {
    NAME,
    TEXT,
    NUMBER,
    SIGN,
    END
  }

  Word {
    requireNonNull(sort, "sort");
    requireNonNull(text, "text");
  }

  boolean is(String other) {
    return sort != Sort.TEXT && text.equals(other);
  }

  boolean isName() {
    return sort == Sort.NAME;
  }

  /** Whether it is written as names of types are. */
  boolean isTypeName() {
    return isName() && Character.isUpperCase(text.codePointAt(0));
  }
}
