package tribune.rulebase.meaning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tribune.document.Diagnostic;
import tribune.rulebase.drl.Declaration;
import tribune.rulebase.drl.DrlText;
import tribune.rulebase.drl.RuleTree;
import tribune.rulebase.drl.Token;

/**
 * Finds what rule files name that is not there, and compare that never compares. Reports only what
 * is sure; what cannot be read is left out. Stateless.
 */
public final class Meaning {
  private final KnownTypes types;
  private final Map<String, RuleTree> rules = new HashMap<>();

  private Meaning(Collection<DrlText> files) {
    this.types = KnownTypes.of(files);
    for (DrlText file : files) {
      for (RuleTree rule : file.rules()) {
        rule.parts().piece().name().ifPresent(name -> rules.putIfAbsent(name, rule));
      }
    }
  }

  /** All mistakes of the rule files of one rule base, in the order of the files. */
  public static List<Diagnostic> mistakes(Collection<DrlText> files) {
    Meaning meaning = new Meaning(files);
    List<Diagnostic> found = new ArrayList<>();
    for (DrlText file : files) {
      found.addAll(Imports.mistakes(file, meaning.types));
      file.declarations().forEach(it -> found.addAll(meaning.members(it)));
      file.rules().forEach(it -> found.addAll(meaning.rule(it)));
    }
    return List.copyOf(found);
  }

  private List<Diagnostic> members(Declaration declaration) {
    Found found = new Found(declaration.piece().source());
    for (Declaration.Member member : declaration.members()) {
      if (types.sort(member.type()).isEmpty() && !isPrimitive(member.type())) {
        Token name = member.type().get(member.type().size() - 1);
        found.unknown(
            MeaningCode.UNKNOWN_TYPE,
            name,
            "there is no type " + name.text(),
            "there are String, Integer, BigDecimal and",
            types.all());
      }
    }
    return found.all();
  }

  private static boolean isPrimitive(List<Token> type) {
    return type.size() == 1
        && Set.of("int", "long", "boolean", "double", "float", "short", "byte", "char")
            .contains(type.get(0).text());
  }

  private List<Diagnostic> rule(RuleTree rule) {
    Found found = new Found(rule.parts().piece().source());
    Variables variables = inherited(rule);
    RuleSorts sorts = new RuleSorts(types, found);
    sorts.conditions(rule, variables);
    sorts.consequence(rule, variables);
    return found.all();
  }

  /** What the rules bind that a rule extends; their mistakes are reported elsewhere. */
  private Variables inherited(RuleTree rule) {
    List<RuleTree> chain = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Optional<Token> parent = rule.parts().parent();
    boolean isWhole = true;
    while (parent.isPresent() && seen.add(parent.get().content())) {
      RuleTree next = rules.get(parent.get().content());
      isWhole = isWhole && next != null;
      if (next != null) {
        chain.add(0, next);
      }
      parent = next == null ? Optional.empty() : next.parts().parent();
    }
    Variables variables = Variables.none();
    if (!isWhole) {
      variables.open();
    }
    for (RuleTree next : chain) {
      RuleSorts sorts = new RuleSorts(types, new Found(next.parts().piece().source()));
      sorts.conditions(next, variables);
    }
    return variables;
  }
}
