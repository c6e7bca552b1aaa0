package tribune.rulebase;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import tribune.document.Diagnostic;
import tribune.document.Diagnostics;
import tribune.document.Reading;
import tribune.document.Source;
import tribune.rulebase.drl.RuleParts;
import tribune.rulebase.drl.RuleTree;
import tribune.rulebase.drl.Token;
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
    List<Diagnostic> found = new ArrayList<>();
    List<DrlFile> parsed = new ArrayList<>();
    for (Source source : files.rules()) {
      Diagnostics diagnostics = new Diagnostics(source);
      parsed.add(DrlFile.parse(source.name(), source, diagnostics));
      found.addAll(diagnostics.sorted());
    }
    return found.isEmpty()
        ? new Reading.Sound<>(of(parsed), List.of())
        : new Reading.Faulty<>(found, 0);
  }

  private static Foundations of(List<DrlFile> files) {
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
        List<Token> conditions =
            file.text().rules().stream()
                .map(RuleTree::parts)
                .filter(it -> it.piece().name().equals(Optional.of(rule.getName())))
                .findFirst()
                .map(RuleParts::conditions)
                .orElse(List.of());
        foundations.rules.put(rule.getName(), RuleReads.of(rule, conditions, fields));
      }
    }
    return foundations;
  }

  /** What the rules of a check read, directly and through what is derived. */
  public Foundation of(CheckId check) {
    Set<String> types = new TreeSet<>();
    Set<String> members = new TreeSet<>();
    Set<String> thresholds = new TreeSet<>();
    Deque<RuleReads> open = new ArrayDeque<>();
    rules.forEach(
        (name, reads) -> {
          if (isOf(check, name)) {
            open.add(reads);
          }
        });
    while (!open.isEmpty()) {
      RuleReads next = open.remove();
      members.addAll(next.members());
      thresholds.addAll(next.thresholds());
      for (String type : next.types()) {
        if (derived.containsKey(type) && types.add(type)) {
          rules.values().stream().filter(it -> it.derives().contains(type)).forEach(open::add);
        }
      }
    }
    List<Derived> used = derived.values().stream().filter(it -> types.contains(it.type())).toList();
    return new Foundation(used, thresholds, members);
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
    rules.forEach(
        (name, reads) -> {
          if (isOf(check, name)) {
            deciding.addAll(reads.members());
          }
        });
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
