package tribune.rulebase.meaning;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tribune.decision.Tri;
import tribune.rulebase.drl.Declaration;
import tribune.rulebase.drl.Expression;
import tribune.rulebase.drl.Expression.Binding;
import tribune.rulebase.drl.Expression.Call;
import tribune.rulebase.drl.Expression.Constant;
import tribune.rulebase.drl.Expression.Creation;
import tribune.rulebase.drl.Expression.Membership;
import tribune.rulebase.drl.Expression.Name;
import tribune.rulebase.drl.Expression.Operation;
import tribune.rulebase.drl.Expression.Prefixed;
import tribune.rulebase.drl.Expression.Step;
import tribune.rulebase.drl.Token;
import tribune.rulebase.language.Audit;
import tribune.rulebase.meaning.Sort.Family;
import tribune.rulebase.meaning.Sort.Special;

/**
 * Finds out the sorts of expressions, and reports what they name that is not there. Where anything
 * is not known for sure, nothing is reported.
 */
final class ExpressionSorts {
  private static final Set<String> COMPARE = Set.of("==", "!=", "<", "<=", ">", ">=");
  private static final Set<String> LOGIC = Set.of("&&", "||");

  /** What Drools offers in consequences by itself. */
  private static final Set<String> GIVEN = Set.of("drools", "kcontext", "this");

  private final KnownTypes types;
  private final Found found;
  private final Variables variables;
  private final Optional<Sort> fact;
  private final Calls calls;
  private final Comparisons comparisons;

  /**
   * For the expressions of one pattern or consequence.
   *
   * @param fact the sort of fact whose members can be named; empty in a consequence
   */
  ExpressionSorts(KnownTypes types, Found found, Variables variables, Optional<Sort> fact) {
    this.types = types;
    this.found = found;
    this.variables = variables;
    this.fact = fact;
    this.calls = new Calls(types, found);
    this.comparisons = new Comparisons(found);
  }

  /** A constraint: something that holds or does not. */
  void condition(Expression expression) {
    if (expression instanceof Operation operation && LOGIC.contains(operation.sign())) {
      condition(operation.left());
      condition(operation.right());
    } else if (expression instanceof Prefixed prefixed && prefixed.sign().is("!")) {
      condition(prefixed.value());
    } else if (expression instanceof Binding) {
      sort(expression);
    } else {
      requireTruth(expression, sort(expression));
    }
  }

  private void requireTruth(Expression expression, Sort sort) {
    Optional<Family> family = sort.family();
    if ((family.isEmpty() || family.get() == Family.TRUTH) && sort != Special.NUMBER) {
      return;
    }
    String text = found.text(expression);
    boolean isAnswer = sort instanceof Sort.Java java && java.raw() == Tri.class;
    found.add(
        MeaningCode.NO_CONDITION,
        expression,
        "`" + text + "` is " + sort.words() + ", and a condition has to hold or not",
        isAnswer
            ? "write `" + text + " == Tri.YES`"
            : "compare it, or give it a name: `$name : " + text + "`");
  }

  /** What sort of value it is. */
  Sort sort(Expression expression) {
    if (expression instanceof Constant constant) {
      return constant(constant.token());
    }
    if (expression instanceof Name name) {
      return name(name.token());
    }
    if (expression instanceof Step step) {
      return step(step);
    }
    if (expression instanceof Call call) {
      return call(call);
    }
    if (expression instanceof Creation creation) {
      return calls.of(creation, sorts(creation.arguments()));
    }
    if (expression instanceof Operation operation) {
      return operation(operation);
    }
    if (expression instanceof Membership membership) {
      Sort left = sort(membership.left());
      for (Expression value : membership.values()) {
        comparisons.check(membership.left(), left, "==", value, sort(value));
      }
      return Sort.of(Boolean.class);
    }
    if (expression instanceof Binding binding) {
      Sort bound = sort(binding.value());
      variables.bind(binding.variable().text(), bound);
      return bound;
    }
    if (expression instanceof Prefixed prefixed) {
      Sort inner = sort(prefixed.value());
      return prefixed.sign().is("!") ? Sort.of(Boolean.class) : inner;
    }
    return Special.UNKNOWN;
  }

  private List<Sort> sorts(List<Expression> expressions) {
    return expressions.stream().map(this::sort).toList();
  }

  private static Sort constant(Token token) {
    return switch (token.kind()) {
      case TEXT -> Sort.of(String.class);
      case NUMBER -> Special.NUMBER;
      default -> token.is("null") ? Special.NOTHING : Sort.of(Boolean.class);
    };
  }

  private Sort name(Token token) {
    String name = token.text();
    Optional<Sort> variable = variables.sort(name);
    if (variable.isPresent()) {
      return variable.get();
    }
    if (token.isVariable()) {
      return unknownVariable(token);
    }
    if (name.equals("this") && fact.isPresent()) {
      return fact.get();
    }
    if (name.equals("audit")) {
      return Sort.of(Audit.class);
    }
    if (GIVEN.contains(name) || KnownTypes.isPackage(name)) {
      return Special.UNKNOWN;
    }
    Optional<Sort> member = fact.flatMap(it -> member(it, name));
    if (member.isPresent()) {
      return member.get();
    }
    return Character.isUpperCase(name.charAt(0)) ? named(token) : unknownName(token);
  }

  private Sort named(Token token) {
    Optional<Class<?>> type = types.type(token.text());
    if (type.isPresent()) {
      return new Sort.Named(type.get());
    }
    if (types.isDeclared(token.text())) {
      return Special.UNKNOWN;
    }
    List<String> constants = KnownTypes.constants(token.text());
    if (!constants.isEmpty()) {
      found.add(
          MeaningCode.UNKNOWN_TYPE,
          token,
          "a constant stands behind the name of its type",
          "write " + String.join(" or ", constants));
    } else {
      found.unknown(
          MeaningCode.UNKNOWN_TYPE,
          token,
          "there is no type " + token.text(),
          "there are",
          types.all());
    }
    return Special.UNKNOWN;
  }

  private Sort unknownVariable(Token token) {
    if (!variables.isComplete()) {
      return Special.UNKNOWN;
    }
    Optional<String> why = variables.why(token.text());
    if (why.isPresent()) {
      found.add(
          MeaningCode.UNKNOWN_VARIABLE,
          token,
          "the variable " + token.text() + " is not known here",
          why.get());
    } else {
      found.unknown(
          MeaningCode.UNKNOWN_VARIABLE,
          token,
          "nothing binds the variable " + token.text(),
          variables.names().isEmpty() ? "bind it first: `$name : member`; there is" : "it can be",
          variables.names());
    }
    return Special.UNKNOWN;
  }

  private Sort unknownName(Token token) {
    if (fact.isPresent()) {
      return unknownMember(fact.get(), token);
    }
    if (variables.isComplete()) {
      found.unknown(
          MeaningCode.UNKNOWN_VARIABLE,
          token,
          "nothing here is called " + token.text(),
          "there is audit, and",
          variables.names());
    }
    return Special.UNKNOWN;
  }

  private Sort unknownMember(Sort owner, Token token) {
    List<String> there = List.copyOf(members(owner));
    if (!there.isEmpty()) {
      found.unknown(
          MeaningCode.UNKNOWN_MEMBER,
          token,
          words(owner) + " has no member " + token.text(),
          "it has",
          there);
    }
    return Special.UNKNOWN;
  }

  private static String words(Sort owner) {
    return owner instanceof Sort.Java java ? java.raw().getSimpleName() : owner.words();
  }

  /** The names of what a sort has; none if that is not known. */
  private Set<String> members(Sort owner) {
    if (owner instanceof Sort.Derived derived) {
      boolean isWhole =
          derived.type().form().isEmpty()
              && derived.type().piece().tokens().stream().noneMatch(it -> it.is("extends"));
      return isWhole
          ? derived.type().members().stream()
              .map(it -> it.name().text())
              .collect(java.util.stream.Collectors.toCollection(java.util.LinkedHashSet::new))
          : Set.of();
    }
    return owner instanceof Sort.Java java ? Members.listed(java.raw()) : Set.of();
  }

  private Optional<Sort> member(Sort owner, String name) {
    if (owner instanceof Sort.Derived derived) {
      Optional<Declaration.Member> member =
          derived.type().members().stream().filter(it -> it.name().is(name)).findFirst();
      if (member.isPresent()) {
        return Optional.of(types.sort(member.get().type()).orElse(Special.UNKNOWN));
      }
      return members(owner).isEmpty() ? Optional.of(Special.UNKNOWN) : Optional.empty();
    }
    if (owner instanceof Sort.Java java) {
      Map<String, Type> members = Members.of(java.raw());
      return Optional.ofNullable(members.get(name)).map(Sort::of);
    }
    return Optional.of(Special.UNKNOWN);
  }

  private Sort step(Step step) {
    Sort owner = sort(step.owner());
    if (owner instanceof Sort.Named named) {
      return constant(named.type(), step);
    }
    return member(owner, step.name().text()).orElseGet(() -> unknownMember(owner, step.name()));
  }

  private Sort constant(Class<?> type, Step step) {
    List<String> constants = Members.constants(type);
    if (constants.contains(step.name().text())) {
      return type.isEnum() ? Sort.of(type) : Special.UNKNOWN;
    }
    for (Class<?> nested : type.getClasses()) {
      if (nested.getSimpleName().equals(step.name().text())) {
        return new Sort.Named(nested);
      }
    }
    if (!step.name().is("class")) {
      found.unknown(
          MeaningCode.UNKNOWN_CONSTANT,
          step.name(),
          type.getSimpleName() + " has no constant " + step.name().text(),
          "it has",
          constants);
    }
    return type.isEnum() && !Character.isLowerCase(step.name().text().charAt(0))
        ? Sort.of(type)
        : Special.UNKNOWN;
  }

  private Sort call(Call call) {
    if (call.owner().isEmpty()) {
      sorts(call.arguments());
      return Special.UNKNOWN;
    }
    Sort owner = sort(call.owner().get());
    List<Sort> arguments = sorts(call.arguments());
    if (owner instanceof Sort.Named named) {
      return calls.of(named.type(), call, arguments);
    }
    if (owner instanceof Sort.Derived) {
      return Special.UNKNOWN;
    }
    return owner instanceof Sort.Java java
        ? calls.of(java.raw(), call, arguments)
        : Special.UNKNOWN;
  }

  private Sort operation(Operation operation) {
    String sign = operation.sign();
    if (LOGIC.contains(sign)) {
      condition(operation);
      return Sort.of(Boolean.class);
    }
    Sort left = sort(operation.left());
    Sort right = sort(operation.right());
    if (COMPARE.contains(sign)) {
      comparisons.check(operation.left(), left, sign, operation.right(), right);
      return Sort.of(Boolean.class);
    }
    if (!Character.isLetter(sign.charAt(0))) {
      boolean isText = isText(left) || isText(right);
      return sign.equals("+") && isText ? Sort.of(String.class) : Special.UNKNOWN;
    }
    byWord(operation, sign, left, right);
    return Sort.of(Boolean.class);
  }

  private static boolean isText(Sort sort) {
    return sort.family().equals(Optional.of(Family.TEXT));
  }

  private void byWord(Operation operation, String word, Sort left, Sort right) {
    boolean looksIn = word.equals("contains") || word.equals("excludes");
    Expression whole = word.equals("memberOf") ? operation.right() : operation.left();
    Sort several = word.equals("memberOf") ? right : left;
    Optional<Family> family = several.family();
    if ((looksIn || word.equals("memberOf")) && family.isPresent()) {
      boolean isText = looksIn && family.get() == Family.TEXT;
      if (family.get() == Family.SEVERAL) {
        Expression one = word.equals("memberOf") ? operation.left() : operation.right();
        Sort element = ((Sort.Java) several).element();
        comparisons.checkHeld(whole, element, one, word.equals("memberOf") ? left : right);
      } else if (!isText) {
        found.add(
            MeaningCode.OTHER_SORTS,
            whole,
            "`"
                + found.text(whole)
                + "` is "
                + several.words()
                + ", and `"
                + word
                + "` needs a list",
            "write `==` to compare");
      }
    }
    if (word.equals("matches") && left.family().isPresent() && !isText(left)) {
      found.add(
          MeaningCode.OTHER_SORTS,
          operation.left(),
          "`"
              + found.text(operation.left())
              + "` is "
              + left.words()
              + ", and `matches` needs a text",
          "write `==` to compare");
    }
  }
}
