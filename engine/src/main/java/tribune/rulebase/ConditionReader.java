package tribune.rulebase;

import java.util.ArrayList;
import java.util.List;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import tribune.document.Place;
import tribune.document.Source;
import tribune.rulebase.Condition.Connective;
import tribune.rulebase.Condition.Constraint;
import tribune.rulebase.Condition.FactPattern;
import tribune.rulebase.Condition.Gathered;
import tribune.rulebase.Condition.Group;
import tribune.rulebase.Condition.Other;
import tribune.rulebase.Condition.Quantified;
import tribune.rulebase.Condition.Quantifier;

/**
 * Takes the conditions of parsed rules apart. The parser says where each begins; where a pattern
 * ends is found by its brackets, since the parser counts what follows it in.
 */
final class ConditionReader {
  private final Source source;

  /** The text of the file with blanks in the place of comments. */
  private final String text;

  ConditionReader(Source source) {
    this.source = source;
    this.text = withoutComments(source.text());
  }

  Group conditions(RuleDescr rule) {
    AndDescr all = rule.getLhs();
    Place place = DrlFile.inside(source, rule.getLine(), rule.getColumn());
    return new Group(place, Connective.AND, parts(all));
  }

  private List<Condition> parts(ConditionalElementDescr several) {
    return several.getDescrs().stream().map(part -> condition((BaseDescr) part)).toList();
  }

  private Condition condition(BaseDescr part) {
    if (part instanceof PatternDescr pattern) {
      return pattern(pattern);
    }
    if (part instanceof NotDescr not) {
      return new Quantified(place(part), Quantifier.NOT, inner(not));
    }
    if (part instanceof ExistsDescr exists) {
      return new Quantified(place(part), Quantifier.EXISTS, inner(exists));
    }
    if (part instanceof AndDescr and) {
      return new Group(place(part), Connective.AND, parts(and));
    }
    return part instanceof OrDescr or
        ? new Group(place(part), Connective.OR, parts(or))
        : whole(part);
  }

  private Condition inner(ConditionalElementDescr quantified) {
    List<Condition> parts = parts(quantified);
    return parts.size() == 1
        ? parts.get(0)
        : new Group(parts.get(0).place(), Connective.AND, parts);
  }

  private Condition pattern(PatternDescr pattern) {
    if (pattern.getSource() instanceof AccumulateDescr accumulate && !accumulate.isSinglePattern()) {
      return whole(pattern);
    }
    if (pattern.getSource() instanceof AccumulateDescr accumulate) {
      return gathered(pattern, accumulate);
    }
    if (pattern.getSource() != null || !pattern.getPositionalConstraints().isEmpty()) {
      return whole(pattern);
    }
    int open = text.indexOf('(', pattern.getStartCharacter());
    List<Constraint> constraints = new ArrayList<>();
    for (BaseDescr constraint : pattern.getDescrs()) {
      int end = constraint.getEndCharacter() + 1;
      String drl = text.substring(constraint.getStartCharacter(), end).strip();
      constraints.add(new Constraint(span(constraint.getStartCharacter(), end), drl));
    }
    String head = text.substring(pattern.getStartCharacter(), open + 1);
    return new FactPattern(place(pattern), pattern.getObjectType(), head, constraints);
  }

  private Condition gathered(PatternDescr pattern, AccumulateDescr accumulate) {
    PatternDescr input = accumulate.getInputPattern();
    int end = closing(text.indexOf('(', pattern.getStartCharacter())) + 1;
    int inputEnd = closing(text.indexOf('(', input.getStartCharacter())) + 1;
    return new Gathered(
        place(pattern),
        text.substring(pattern.getStartCharacter(), input.getStartCharacter()),
        pattern(input),
        text.substring(inputEnd, end));
  }

  private Other whole(BaseDescr part) {
    int end = Math.min(part.getEndCharacter() + 1, text.length());
    return new Other(place(part), text.substring(part.getStartCharacter(), end).strip());
  }

  private Place place(BaseDescr part) {
    return span(part.getStartCharacter(), part.getEndCharacter());
  }

  private Place span(int from, int to) {
    int start = source.text().codePointCount(0, from);
    return source.span(start, start + source.text().codePointCount(from, to));
  }

  /** Where the bracket closes that opens here. */
  private int closing(int open) {
    int depth = 0;
    for (int at = open; at < text.length(); at++) {
      char here = text.charAt(at);
      if (here == '"' || here == '\'') {
        at = endOfString(text, at);
      }
      depth += here == '(' ? 1 : here == ')' ? -1 : 0;
      if (depth == 0) {
        return at;
      }
    }
    throw new IllegalStateException("a bracket that the parser saw closed does not close");
  }

  private static String withoutComments(String drl) {
    StringBuilder text = new StringBuilder(drl);
    int at = 0;
    while (at < drl.length()) {
      int end = at;
      if (drl.startsWith("//", at)) {
        end = blank(text, at, drl.indexOf('\n', at));
      } else if (drl.startsWith("/*", at)) {
        end = blank(text, at, drl.indexOf("*/", at) + 2);
      } else if (drl.charAt(at) == '"' || drl.charAt(at) == '\'') {
        end = endOfString(drl, at);
      }
      at = end + 1;
    }
    return text.toString();
  }

  private static int blank(StringBuilder text, int from, int to) {
    int end = to < from ? text.length() : to;
    for (int at = from; at < end; at++) {
      text.setCharAt(at, text.charAt(at) == '\n' ? '\n' : ' ');
    }
    return end - 1;
  }

  private static int endOfString(String drl, int start) {
    int at = start + 1;
    while (at < drl.length() && drl.charAt(at) != drl.charAt(start) && drl.charAt(at) != '\n') {
      at += drl.charAt(at) == '\\' ? 2 : 1;
    }
    return at;
  }
}
