package tribune.rulebase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tribune.document.Diagnostic;
import tribune.document.Place;
import tribune.rulebase.RuleCompiler.Complaint;
import tribune.rulebase.drl.Declaration;
import tribune.rulebase.drl.Piece;
import tribune.rulebase.drl.RuleTree;
import tribune.rulebase.drl.Script;
import tribune.rulebase.drl.Token;

/**
 * Finds the rules that Drools cannot compile. What it complains of is generated code, so the rules
 * are compiled in halves, and halves of halves, until those are left that do not compile by
 * themselves. Slow, and only needed for mistakes that nothing before it sees.
 */
final class CompileMistakes {
  /** How many rules are looked for; an author mends one after the other. */
  private static final int MOST = 5;

  private final List<DrlFile> files;
  private final List<Written> all = new ArrayList<>();
  private final Map<String, Written> byName = new HashMap<>();
  private final List<Diagnostic> found = new ArrayList<>();

  /** A rule and its file. */
  private record Written(DrlFile file, RuleTree rule) {
    Piece piece() {
      return rule.parts().piece();
    }
  }

  private CompileMistakes(List<DrlFile> files) {
    this.files = files;
    for (DrlFile file : files) {
      for (RuleTree rule : file.text().rules()) {
        Written written = new Written(file, rule);
        all.add(written);
        written.piece().name().ifPresent(name -> byName.putIfAbsent(name, written));
      }
    }
  }

  /** At least one diagnostic, each at a rule or a declaration. */
  static List<Diagnostic> find(List<DrlFile> files, List<Complaint> complaints) {
    CompileMistakes mistakes = new CompileMistakes(files);
    if (RuleCompiler.complaints(mistakes.texts(Set.of())).isEmpty()) {
      mistakes.search(mistakes.all);
    } else {
      mistakes.found.add(mistakes.ofDeclarations(complaints));
    }
    if (mistakes.found.isEmpty()) {
      mistakes.found.add(mistakes.together(complaints));
    }
    return List.copyOf(mistakes.found);
  }

  private void search(List<Written> rules) {
    if (rules.isEmpty() || found.size() >= MOST) {
      return;
    }
    List<Complaint> complaints = RuleCompiler.complaints(texts(withParents(rules)));
    if (complaints.isEmpty()) {
      return;
    }
    if (rules.size() == 1) {
      found.add(diagnostic(rules.get(0), complaints));
      return;
    }
    int half = rules.size() / 2;
    search(rules.subList(0, half));
    search(rules.subList(half, rules.size()));
  }

  private Set<Written> withParents(List<Written> rules) {
    Set<Written> kept = new LinkedHashSet<>();
    for (Written rule : rules) {
      Optional<Written> next = Optional.of(rule);
      while (next.isPresent() && kept.add(next.get())) {
        next =
            next.get()
                .rule()
                .parts()
                .parent()
                .flatMap(name -> Optional.ofNullable(byName.get(name.content())));
      }
    }
    return kept;
  }

  /** The files with these of their rules only. */
  private SortedMap<String, String> texts(Set<Written> kept) {
    Set<Piece> pieces = new HashSet<>();
    kept.forEach(rule -> pieces.add(rule.piece()));
    SortedMap<String, String> texts = new TreeMap<>();
    for (DrlFile file : files) {
      List<Piece> left =
          file.text().pieces(Piece.Kind.RULE).stream().filter(it -> !pieces.contains(it)).toList();
      texts.put(file.path(), DrlFile.without(left, file.source().text()));
    }
    return texts;
  }

  private static Diagnostic diagnostic(Written rule, List<Complaint> complaints) {
    String name = rule.piece().name().orElse("");
    Place place = MessagePlace.of(complaints, rule.file(), rule.rule());
    return Diagnostic.of(
            RuleBaseCode.DRL_MEANING,
            rule.file().source(),
            "Drools cannot compile the rule `" + name + "`")
        .at(place)
        .note(CompileCause.of(complaints));
  }

  /** At the type that a complaint names, else at the first one. */
  private Diagnostic ofDeclarations(List<Complaint> complaints) {
    String said = complaints.stream().map(Complaint::text).collect(Collectors.joining("\n"));
    List<Declaration> types =
        files.stream().flatMap(file -> file.text().declarations().stream()).toList();
    Optional<Declaration> named =
        types.stream()
            .filter(it -> it.name().filter(name -> names(said, name)).isPresent())
            .findFirst();
    Piece at =
        named
            .or(() -> types.stream().findFirst())
            .map(Declaration::piece)
            .orElseGet(() -> files.get(0).text().pieces().get(0));
    return Diagnostic.of(
            RuleBaseCode.DRL_MEANING, at.source(), "Drools cannot compile what is declared")
        .at(at.place(at.tokens().get(Math.min(1, at.tokens().size() - 1))))
        .note(CompileCause.of(complaints));
  }

  private static boolean names(String said, Token name) {
    return Pattern.compile("\\b" + Pattern.quote(name.text()) + "\\b").matcher(said).find();
  }

  private Diagnostic together(List<Complaint> complaints) {
    Written first = all.get(0);
    return Diagnostic.of(
            RuleBaseCode.DRL_MEANING,
            first.file().source(),
            "each rule compiles by itself, and all of them together do not")
        .at(Script.place(first.file().source(), first.piece().first()))
        .note(CompileCause.of(complaints))
        .note("known cause: two rules give one variable name to values of two types");
  }
}
