package tribune.rulebase.meaning;

import java.math.BigDecimal;
import java.util.Optional;
import tribune.decision.Tri;
import tribune.rulebase.drl.Expression;
import tribune.rulebase.meaning.Sort.Family;

/** Says which values never compare, and what to compare instead. */
final class Comparisons {
  private final Found found;

  Comparisons(Found found) {
    this.found = found;
  }

  /** Reports that a list can never hold a value. */
  void checkHeld(Expression list, Sort held, Expression value, Sort valueSort) {
    boolean isOther =
        held.family().isPresent()
            && (valueSort == Sort.Special.NUMBER
                ? !held.family().get().isNumber()
                : valueSort.family().isPresent() && !areAlikeInAll(held, valueSort));
    if (isOther) {
      found.add(
          MeaningCode.OTHER_SORTS,
          value,
          "`"
              + found.text(list)
              + "` holds "
              + held.words()
              + " at a time, `"
              + found.text(value)
              + "` is "
              + valueSort.words(),
          advice(held, valueSort, found.text(value)));
    }
  }

  private static boolean areAlikeInAll(Sort one, Sort other) {
    return one.family().equals(other.family()) && areAlike(one, other);
  }

  /** Reports two sides of a comparison that are never the same. */
  void check(Expression left, Sort leftSort, String sign, Expression right, Sort rightSort) {
    boolean isOrder = !sign.equals("==") && !sign.equals("!=");
    if (leftSort == Sort.Special.NOTHING || rightSort == Sort.Special.NOTHING) {
      if (isOrder) {
        Expression nothing = leftSort == Sort.Special.NOTHING ? left : right;
        found.add(
            MeaningCode.OTHER_SORTS,
            nothing,
            "nothing is more or less than null",
            "write `== null` for what is not stated, `!= null` for what is");
      }
      return;
    }
    if (isNumberAsWritten(leftSort) || isNumberAsWritten(rightSort)) {
      withNumber(left, leftSort, right, rightSort);
      return;
    }
    Optional<Family> one = leftSort.family();
    Optional<Family> other = rightSort.family();
    if (one.isEmpty() || other.isEmpty()) {
      return;
    }
    if (one.get().isNumber() && other.get().isNumber()) {
      numbers(left, leftSort, right, rightSort);
    } else if (one.get() != other.get() || !areAlike(leftSort, rightSort)) {
      differ(left, leftSort, right, rightSort);
    } else if (isOrder && (one.get() == Family.SEVERAL || one.get() == Family.RECORD)) {
      found.add(
          MeaningCode.OTHER_SORTS,
          left,
          "there is no order among " + leftSort.words() + " and another",
          "compare a member of it, or its size");
    }
  }

  private static boolean isNumberAsWritten(Sort sort) {
    return sort == Sort.Special.NUMBER;
  }

  private void withNumber(Expression left, Sort leftSort, Expression right, Sort rightSort) {
    Sort other = isNumberAsWritten(leftSort) ? rightSort : leftSort;
    if (!isNumberAsWritten(other) && other.family().filter(it -> !it.isNumber()).isPresent()) {
      differ(left, leftSort, right, rightSort);
    }
  }

  /** A whole number that is not kept as a decimal one is never equal to a decimal one. */
  private void numbers(Expression left, Sort leftSort, Expression right, Sort rightSort) {
    boolean isMixed =
        leftSort.family().equals(Optional.of(Family.WHOLE)) == isBig(rightSort)
            && rightSort.family().equals(Optional.of(Family.WHOLE)) == isBig(leftSort);
    if (isMixed && (isBig(leftSort) || isBig(rightSort)) && isBig(leftSort) != isBig(rightSort)) {
      found.add(
          MeaningCode.OTHER_NUMBERS,
          right,
          "`"
              + found.text(left)
              + "` is "
              + leftSort.words()
              + " and `"
              + found.text(right)
              + "` "
              + rightSort.words(),
          "of a threshold bind `count` to compare with whole numbers, `value` to compare with"
              + " decimal ones");
    }
  }

  private static boolean isBig(Sort sort) {
    return sort instanceof Sort.Java java && java.raw() == BigDecimal.class;
  }

  private static boolean areAlike(Sort one, Sort other) {
    if (one instanceof Sort.Derived derived) {
      return !(other instanceof Sort.Derived second) || derived.equals(second);
    }
    if (!(one instanceof Sort.Java java) || !(other instanceof Sort.Java second)) {
      return false;
    }
    Family family = java.group();
    return (family != Family.CONSTANT && family != Family.RECORD) || java.raw() == second.raw();
  }

  private void differ(Expression left, Sort leftSort, Expression right, Sort rightSort) {
    found.add(
        MeaningCode.OTHER_SORTS,
        right,
        "`"
            + found.text(left)
            + "` is "
            + leftSort.words()
            + ", `"
            + found.text(right)
            + "` is "
            + rightSort.words(),
        advice(leftSort, rightSort, found.text(right)));
  }

  private static String advice(Sort left, Sort right, String written) {
    if (!(left instanceof Sort.Java java)) {
      return "compare a member of it";
    }
    if (java.raw() == Tri.class) {
      return "write Tri.YES, Tri.NO or Tri.UNSTATED";
    }
    return switch (java.group()) {
      case CONSTANT -> {
        String type = java.raw().getSimpleName();
        String wanted = written.replaceAll("[\"']", "");
        boolean isThere = Members.constants(java.raw()).contains(wanted);
        yield isThere
            ? "write " + type + "." + wanted
            : "compare with a constant: "
                + type
                + "."
                + String.join(", " + type + ".", Members.constants(java.raw()));
      }
      case SEVERAL -> "write `contains` to look for one of them";
      case DAY -> "compare with a day: `AsOf( $today : date )`";
      case WHOLE, DECIMAL -> "compare with a threshold: `Threshold( id == \"...\", $min : value )`";
      case TEXT ->
          right.family().filter(it -> it == Family.CONSTANT).isPresent()
              ? "compare with a text in quotes"
              : "write it as a text, in quotes";
      default -> "compare two values of the same sort";
    };
  }
}
