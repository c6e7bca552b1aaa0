package tribune.rulebase.logic;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the constraint of a pattern as a formula. What it cannot take apart becomes a term of its
 * own, so that it counts as the same only where it is written the same. It is no parser of DRL: it
 * expects what Drools has parsed.
 */
public final class ConstraintReader {
  private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?[A-Za-z]?");
  private static final Set<String> ENDS = Set.of("", ")", ",", "&&", "||");
  private static final Set<String> WORDS =
      Set.of("in", "not", "contains", "memberOf", "matches", "soundslike", "str", "excludes");
  private static final Values.Word TRUE = new Values.Word("true", Set.of("true", "false"));
  private static final Values.Word FALSE = new Values.Word("false", Set.of("true", "false"));

  private final Tokens tokens;
  private final String fact;
  private final Scope scope;

  private ConstraintReader(String text, String fact, Scope scope) {
    this.tokens = new Tokens(text);
    this.fact = fact;
    this.scope = scope;
  }

  /**
   * What a constraint says; what it binds is added to the scope.
   *
   * @param fact the name of the fact that its members belong to
   */
  public static Formula read(String constraint, String fact, Scope scope) {
    ConstraintReader reader = new ConstraintReader(constraint, fact, scope);
    try {
      Formula formula = reader.any();
      if (reader.tokens.atEnd()) {
        return formula;
      }
    } catch (NotUnderstood e) {
      // falls through to what is not understood
    }
    return whole(constraint, fact, scope);
  }

  /** The constraint cannot be taken apart. */
  private static final class NotUnderstood extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotUnderstood() {
      super("not understood", null, false, false);
    }
  }

  private static Formula whole(String constraint, String fact, Scope scope) {
    ConstraintReader reader = new ConstraintReader(constraint, fact, scope);
    int mark = reader.tokens.mark();
    while (!reader.tokens.atEnd()) {
      reader.tokens.take();
    }
    return holds(reader.name(reader.tokens.since(mark)));
  }

  private Formula any() {
    List<Formula> parts = new ArrayList<>(List.of(all()));
    while (tokens.takeIf("||")) {
      parts.add(all());
    }
    return parts.size() == 1 ? parts.get(0) : new Formula.Some(parts);
  }

  private Formula all() {
    List<Formula> parts = new ArrayList<>(List.of(one()));
    while (tokens.takeIf("&&")) {
      parts.add(one());
    }
    return parts.size() == 1 ? parts.get(0) : new Formula.All(parts);
  }

  private Formula one() {
    int mark = tokens.mark();
    if (tokens.takeIf("!")) {
      return one().not();
    }
    if (tokens.takeIf("(")) {
      Formula inner = any();
      if (tokens.takeIf(")") && ENDS.contains(tokens.next())) {
        return inner;
      }
      tokens.back(mark);
    }
    return comparison();
  }

  private Formula comparison() {
    Optional<String> variable = binding();
    Operand left = operand();
    variable.ifPresent(name -> scope.bind(name, left));
    if (ENDS.contains(tokens.next())) {
      boolean onlyBinds = variable.isPresent();
      return onlyBinds ? Formula.ALWAYS : compare(left, Operator.EQUAL, new Operand.Constant(TRUE));
    }
    Optional<Operator> operator = Operator.of(tokens.next());
    if (operator.isPresent()) {
      tokens.take();
      Operand right = operand();
      if (!ENDS.contains(tokens.next())) {
        throw new NotUnderstood();
      }
      return compare(left, operator.get(), right);
    }
    boolean negated = tokens.takeIf("not");
    Formula formula = tokens.takeIf("in") ? among(left) : byWord(left);
    return negated ? formula.not() : formula;
  }

  private Optional<String> binding() {
    if (tokens.next().startsWith("$") && Set.of(":", ":=").contains(tokens.ahead(1))) {
      String variable = tokens.take();
      tokens.take();
      return Optional.of(variable);
    }
    return Optional.empty();
  }

  private Formula among(Operand left) {
    if (!tokens.takeIf("(")) {
      throw new NotUnderstood();
    }
    List<Formula> parts = new ArrayList<>();
    do {
      parts.add(compare(left, Operator.EQUAL, operand()));
    } while (tokens.takeIf(","));
    if (!tokens.takeIf(")")) {
      throw new NotUnderstood();
    }
    return words(parts).orElseGet(() -> new Formula.Some(parts));
  }

  /** One set of words instead of an alternative for each, since alternatives multiply. */
  private static Optional<Formula> words(List<Formula> parts) {
    Set<Values.Word> words = new HashSet<>();
    String term = "";
    for (Formula part : parts) {
      if (!(part instanceof Formula.Within within)
          || within.domain().unstated() == Domain.Unstated.POSSIBLE
          || !(within.domain().stated() instanceof Values.Words some)) {
        return Optional.empty();
      }
      term = within.term();
      words.addAll(some.words());
    }
    return Optional.of(new Formula.Within(term, Domain.stated(Values.Words.of(words))));
  }

  /** An operator such as contains: not understood, but the same wherever it is written the same. */
  private Formula byWord(Operand left) {
    if (!WORDS.contains(tokens.next()) || !(left instanceof Operand.Term term)) {
      throw new NotUnderstood();
    }
    String word = tokens.take();
    return holds(term.name() + " " + word + " " + text(operand()));
  }

  private static String text(Operand operand) {
    return operand instanceof Operand.Term term ? term.name() : operand.toString();
  }

  private Operand operand() {
    int mark = tokens.mark();
    int depth = 0;
    while (!tokens.atEnd() && !(depth == 0 && endsOperand(mark))) {
      String token = tokens.take();
      depth += "([".contains(token) ? 1 : ")]".contains(token) ? -1 : 0;
    }
    List<String> taken = tokens.since(mark);
    if (taken.isEmpty()) {
      throw new NotUnderstood();
    }
    return operand(taken);
  }

  private boolean endsOperand(int mark) {
    String next = tokens.next();
    boolean isFirst = tokens.mark() == mark;
    return ENDS.contains(next)
        || (!isFirst && WORDS.contains(next))
        || Operator.of(next).isPresent();
  }

  private Operand operand(List<String> taken) {
    String joined = String.join("", taken);
    if (joined.equals("null")) {
      return new Operand.Unstated();
    }
    if (joined.equals("true") || joined.equals("false")) {
      return new Operand.Constant(joined.equals("true") ? TRUE : FALSE);
    }
    if (taken.size() == 1 && (joined.startsWith("\"") || joined.startsWith("'"))) {
      return new Operand.Constant(
          new Values.Word("\"" + joined.substring(1, joined.length() - 1) + "\"", Set.of()));
    }
    String digits = joined.startsWith("-") ? joined.substring(1) : joined;
    if (NUMBER.matcher(digits).matches()) {
      BigDecimal number = new BigDecimal(digits.replaceAll("[A-Za-z]", ""));
      return new Operand.Amount(joined.startsWith("-") ? number.negate() : number);
    }
    if (taken.size() == 1 && joined.startsWith("$")) {
      return scope.variable(joined).orElseThrow(NotUnderstood::new);
    }
    return EnumConstants.find(joined)
        .<Operand>map(Operand.Constant::new)
        .orElseGet(() -> new Operand.Term(name(taken)));
  }

  /** A name that is the same for the same expression on the same facts. */
  private String name(List<String> taken) {
    boolean beginsElsewhere = !taken.isEmpty() && taken.get(0).startsWith("$");
    StringBuilder name = new StringBuilder(beginsElsewhere ? "" : fact + ".");
    for (String token : taken) {
      name.append(token.startsWith("$") ? scope.name(token) : token);
    }
    return name.toString();
  }

  private static Formula holds(String term) {
    return new Formula.Within(term, Domain.stated(Values.Words.of(Set.of(TRUE))));
  }

  private static Formula compare(Operand left, Operator operator, Operand right) {
    if (!(left instanceof Operand.Term term)) {
      if (right instanceof Operand.Term) {
        return compare(right, operator.exchanged(), left);
      }
      throw new NotUnderstood();
    }
    if (right instanceof Operand.Term other) {
      return related(term.name(), operator, other.name());
    }
    if (right instanceof Operand.Amount number) {
      return within(term, operator, numbers(operator, number.value()));
    }
    if (operator != Operator.EQUAL && operator != Operator.UNEQUAL) {
      throw new NotUnderstood();
    }
    Domain same =
        right instanceof Operand.Constant constant
            ? Domain.stated(Values.Words.of(Set.of(constant.word())))
            : Domain.onlyUnstated();
    return new Formula.Within(term.name(), operator == Operator.EQUAL ? same : same.complement());
  }

  private static Formula within(Operand.Term term, Operator operator, Values.Numbers numbers) {
    Domain domain = Domain.stated(numbers);
    return new Formula.Within(
        term.name(), operator == Operator.UNEQUAL ? domain.complement() : domain);
  }

  private static Values.Numbers numbers(Operator operator, BigDecimal number) {
    Values.Span span =
        switch (operator) {
          case EQUAL, UNEQUAL -> Values.Span.only(number);
          case LESS -> Values.Span.to(number, Values.Bound.Reach.EXCLUDED);
          case AT_MOST -> Values.Span.to(number, Values.Bound.Reach.INCLUDED);
          case GREATER -> Values.Span.from(number, Values.Bound.Reach.EXCLUDED);
          case AT_LEAST -> Values.Span.from(number, Values.Bound.Reach.INCLUDED);
        };
    return new Values.Numbers(List.of(span));
  }

  private static Formula related(String left, Operator operator, String right) {
    return left.compareTo(right) <= 0
        ? new Formula.Related(left, right, Relation.of(operator))
        : new Formula.Related(right, left, Relation.of(operator.exchanged()));
  }
}
