package tribune.rulebase;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tribune.document.Place;

/**
 * A condition of a rule as it is written, taken apart so far that it can be varied and written
 * again. Comments are left out. Immutable.
 */
public sealed interface Condition {

  /** What is done with each kind of condition. */
  interface Cases<R> {
    R pattern(FactPattern pattern);

    R quantified(Quantified quantified);

    R group(Group group);

    R gathered(Gathered gathered);

    R other(Other other);
  }

  <R> R fold(Cases<R> cases);

  /** Where it begins in its file. */
  Place place();

  /** The condition as DRL that can be compiled. */
  String drl();

  /** The condition in one line, for people. */
  default String text() {
    return oneLine(drl());
  }

  /** White space of any length becomes a blank. */
  static String oneLine(String drl) {
    return drl.strip().replaceAll("\\s+", " ");
  }

  /** What a pattern asks of the fact that it matches, or which of its members it binds. */
  record Constraint(Place place, String drl) {
    private static final Pattern BINDING =
        Pattern.compile("(\\$\\w+)\\s*:=?\\s*([\\w.]+)(.*)", Pattern.DOTALL);
    private static final Pattern STRING = Pattern.compile("\"[^\"]*\"|'[^']*'");
    private static final Pattern RELATION =
        Pattern.compile(
            "[=!<>]=|[<>]|\\b(in|contains|excludes|matches|memberOf|soundslike|str)\\b");

    public Constraint {
      requireNonNull(place, "place");
      requireNonNull(drl, "drl");
    }

    /** Whether it can be false; {@code $name : name} only gives a member a variable. */
    public boolean isTest() {
      return !BINDING.matcher(drl).matches()
          || RELATION.matcher(STRING.matcher(drl).replaceAll("")).find();
    }

    /** The variable and its member, {@code $share : share}, or empty if it binds none. */
    public String binding() {
      Matcher binding = BINDING.matcher(drl);
      return binding.matches() ? binding.group(1) + " : " + binding.group(2) : "";
    }

    public String text() {
      return oneLine(drl);
    }
  }

  /**
   * A pattern that matches facts of one type.
   *
   * @param type as it is written
   * @param head what stands before the constraints: {@code $item : InputEvidence(}
   */
  record FactPattern(Place place, String type, String head, List<Constraint> constraints)
      implements Condition {
    public FactPattern {
      requireNonNull(place, "place");
      requireNonNull(type, "type");
      requireNonNull(head, "head");
      constraints = List.copyOf(constraints);
    }

    /** The name of the type without its package. */
    public String simpleType() {
      return FactSections.simpleName(type);
    }

    public FactPattern with(List<Constraint> others) {
      return new FactPattern(place, type, head, others);
    }

    @Override
    public String drl() {
      return constraints.stream().map(Constraint::drl).collect(joining(", ", head + " ", " )"));
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.pattern(this);
    }
  }

  /** {@code not} or {@code exists}. */
  record Quantified(Place place, Quantifier quantifier, Condition inner) implements Condition {
    public Quantified {
      requireNonNull(place, "place");
      requireNonNull(quantifier, "quantifier");
      requireNonNull(inner, "inner");
    }

    @Override
    public String drl() {
      return quantifier.word() + " " + Group.enclosed(inner);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.quantified(this);
    }
  }

  /** Whether there has to be a match, or must be none. */
  enum Quantifier {
    NOT("not"),
    EXISTS("exists");

    private final String word;

    Quantifier(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }

    public Quantifier other() {
      return this == NOT ? EXISTS : NOT;
    }
  }

  /** Several conditions, all of which have to hold, or any of which is enough. */
  record Group(Place place, Connective connective, List<Condition> parts) implements Condition {
    public Group {
      requireNonNull(place, "place");
      requireNonNull(connective, "connective");
      parts = List.copyOf(parts);
    }

    public Group with(List<Condition> others) {
      return new Group(place, connective, others);
    }

    @Override
    public String drl() {
      return parts.stream().map(Group::enclosed).collect(joining(" " + connective.word() + " "));
    }

    /** The parts a line each, as the conditions of a rule. */
    public String lines() {
      return parts.stream().map(part -> enclosed(part) + "\n").collect(joining());
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.group(this);
    }

    private static String enclosed(Condition part) {
      return part instanceof Group ? "( " + part.drl() + " )" : part.drl();
    }
  }

  /** How the parts of a group are joined. */
  enum Connective {
    AND("and"),
    OR("or");

    private final String word;

    Connective(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /**
   * Facts that are counted or summed up: {@code accumulate}.
   *
   * @param before what stands before the condition that the facts have to meet
   * @param after what stands behind it
   */
  record Gathered(Place place, String before, Condition inner, String after) implements Condition {
    public Gathered {
      requireNonNull(place, "place");
      requireNonNull(before, "before");
      requireNonNull(inner, "inner");
      requireNonNull(after, "after");
    }

    @Override
    public String drl() {
      return before + inner.drl() + after;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.gathered(this);
    }
  }

  /** What is taken as a whole: {@code forall}, {@code from}, and all else that is rarely needed. */
  record Other(Place place, String drl) implements Condition {
    public Other {
      requireNonNull(place, "place");
      requireNonNull(drl, "drl");
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.other(this);
    }
  }
}
