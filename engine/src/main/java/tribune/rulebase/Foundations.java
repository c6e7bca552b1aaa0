package tribune.rulebase;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import tribune.document.Reading;
import tribune.document.Source;
import tribune.rulebase.drl.RuleParts;
import tribune.rulebase.drl.RuleTree;
import tribune.verdict.CheckId;

/**
 * What each check builds on: the members it reads, the facts that are derived for it, and the
 * thresholds behind both. Taken from the rules as they are written; nothing is compiled. Immutable.
 */
public final class Foundations {
  private static final String COMMENT = "//";

  /** The one derived type that is not declared in DRL. */
  private static final Derived STAKES =
      new Derived("Stakes", "How much is at stake for customers, LOW, MEDIUM or HIGH, and why.");

  private final Map<String, RuleReads> rules = new LinkedHashMap<>();
  private final Map<String, Derived> derived = new LinkedHashMap<>();

  private Foundations() {}

  /**
   * A type of derived fact.
   *
   * @param type its simple name
   * @param meaning the comment above its declaration; empty if there is none
   */
  public record Derived(String type, String meaning) {
    public Derived {
      requireNonNull(type, "type");
      requireNonNull(meaning, "meaning");
    }
  }

  /**
   * What a check builds on.
   *
   * @param derived in the order in which they are declared
   * @param thresholds ids
   * @param members sections and members of proposals, such as {@code departments.state}
   */
  public record Foundation(List<Derived> derived, Set<String> thresholds, Set<String> members) {
    public Foundation {
      derived = List.copyOf(derived);
      thresholds = Set.copyOf(thresholds);
      members = Set.copyOf(members);
    }
  }

  /** The foundations of a rule base, or what is wrong with the form of its rules. */
  public static Reading<Foundations> of(RuleBaseFiles files) {
    return RuleOutlines.read(files).map(RuleOutlines::foundations);
  }

  static Foundations of(List<DrlFile> files) {
    Foundations foundations = new Foundations();
    foundations.derived.put(STAKES.type(), STAKES);
    Map<String, Map<String, String>> fields = new LinkedHashMap<>();
    for (DrlFile file : files) {
      for (TypeDeclarationDescr type : file.content().getTypeDeclarations()) {
        Derived declared = new Derived(type.getTypeName(), meaning(file.source(), type.getLine()));
        foundations.derived.put(declared.type(), declared);
        Map<String, String> types = new LinkedHashMap<>();
        type.getFields()
            .forEach((name, field) -> types.put(name, field.getPattern().getObjectType()));
        fields.put(declared.type(), types);
      }
    }
    for (DrlFile file : files) {
      for (RuleDescr rule : file.content().getRules()) {
        Optional<RuleParts> parts =
            file.text().rules().stream()
                .map(RuleTree::parts)
                .filter(it -> it.piece().name().equals(Optional.of(rule.getName())))
                .findFirst();
        foundations.rules.put(rule.getName(), RuleReads.of(rule, parts, fields));
      }
    }
    return foundations;
  }

  /** Every path that a check can ask for: sections of a proposal and their members. */
  public static Set<String> askable() {
    return FactSections.askable();
  }

  /** What the rules of a check read, directly and through what is derived. */
  public Foundation of(CheckId check) {
    Set<String> types = new TreeSet<>();
    Set<String> members = new TreeSet<>();
    Set<String> thresholds = new TreeSet<>();
    for (RuleReads reads : withThoseBehind(ofCheck(check))) {
      types.addAll(reads.types());
      members.addAll(reads.members());
      thresholds.addAll(reads.thresholds());
    }
    List<Derived> used = derived.values().stream().filter(it -> types.contains(it.type())).toList();
    return new Foundation(used, thresholds, members);
  }

  /** What the rules of a check may read: rather too much than too little. */
  public Set<String> mentioned(CheckId check) {
    Set<String> mentioned = new TreeSet<>();
    withThoseBehind(ofCheck(check)).forEach(it -> mentioned.addAll(it.mentioned()));
    return mentioned;
  }

  /** Whether a rule that derives what this rule looks at may read that fact. */
  public boolean isMentionedBehind(String rule, String fact) {
    RuleReads reads = rules.get(rule);
    return reads != null
        && withThoseBehind(deriving(reads.types())).stream()
            .anyMatch(it -> it.mentioned().contains(fact));
  }

  private List<RuleReads> ofCheck(CheckId check) {
    return rules.entrySet().stream()
        .filter(rule -> isOf(check, rule.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** These rules, those that derive what they read, and so on. */
  private Set<RuleReads> withThoseBehind(List<RuleReads> begin) {
    Set<RuleReads> found = new LinkedHashSet<>();
    Deque<RuleReads> open = new ArrayDeque<>(begin);
    while (!open.isEmpty()) {
      RuleReads next = open.remove();
      if (found.add(next)) {
        open.addAll(deriving(next.types()));
      }
    }
    return found;
  }

  private List<RuleReads> deriving(Set<String> types) {
    return rules.values().stream()
        .filter(it -> it.derives().stream().filter(derived::containsKey).anyMatch(types::contains))
        .toList();
  }

  /**
   * The members that decide what a check says: those that its own rules read, and those behind the
   * derived facts that they look for, except what the stakes are derived from.
   */
  public Set<String> decidingMembers(CheckId check) {
    Set<String> deciding = new TreeSet<>(of(check).members());
    rules.values().stream()
        .filter(it -> it.derives().contains(STAKES.type()))
        .forEach(it -> deciding.removeAll(it.members()));
    ofCheck(check).forEach(reads -> deciding.addAll(reads.members()));
    return deciding;
  }

  private static boolean isOf(CheckId check, String rule) {
    Optional<RuleName> name = RuleName.parse(rule);
    return name.isPresent() && name.get().fold(it -> it.check().equals(check), derivation -> false);
  }

  /** The comment that stands directly above a line. */
  private static String meaning(Source source, int line) {
    List<String> words = new ArrayList<>();
    for (int above = line - 1; above >= 1; above--) {
      String text = source.line(above).strip();
      if (!text.startsWith(COMMENT)) {
        break;
      }
      words.add(0, text.substring(COMMENT.length()).strip());
    }
    return String.join(" ", words);
  }
}
