package tribune.rulebase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import tribune.document.Diagnostic;
import tribune.document.Place;
import tribune.rulebase.confinement.Mentions;
import tribune.rulebase.confinement.Trespass;

/**
 * Says of what generated classes may not do which rule, file and line it comes from; always some.
 */
final class Trespasses {
  private static final String HELP = "`help allowed` lists what rules may touch";

  private final Mentions mentions;
  private final List<DrlFile> files;
  private final Map<String, Origin> rules = new HashMap<>();
  private final Map<String, Origin> declared = new HashMap<>();

  /**
   * What a class was generated from.
   *
   * @param what plain words, such as {@code the rule `LTR-03 fails`}
   */
  private record Origin(DrlFile file, BaseDescr part, String what) {
    int firstLine() {
      return Math.max(1, part.getLine());
    }

    int lastLine() {
      return Math.max(firstLine(), part.getEndLine());
    }

    /** Where the name stands in it, if it does. */
    Optional<Place> of(String name) {
      return find(file, name, firstLine(), lastLine()).stream().findFirst();
    }

    Place beginning() {
      return DrlFile.inside(file.source(), part.getLine(), part.getColumn() - 1);
    }
  }

  private Trespasses(Mentions mentions, List<DrlFile> files) {
    this.mentions = mentions;
    this.files = files;
    for (DrlFile file : files) {
      for (RuleDescr rule : file.content().getRules()) {
        rules.put(rule.getName(), new Origin(file, rule, "the rule `" + rule.getName() + "`"));
      }
      for (TypeDeclarationDescr type : file.content().getTypeDeclarations()) {
        String name = type.getTypeName();
        declared.put(name, new Origin(file, type, "the declared fact `" + name + "`"));
      }
    }
  }

  /** One diagnostic for each thing that a rule would touch, however many classes come of it. */
  static List<Diagnostic> explain(
      List<Trespass> found, SortedMap<String, byte[]> classes, List<DrlFile> files) {
    Trespasses trespasses = new Trespasses(Mentions.in(classes), files);
    Map<String, Diagnostic> distinct = new LinkedHashMap<>();
    for (Trespass trespass : found) {
      Diagnostic diagnostic = trespasses.explain(trespass);
      distinct.putIfAbsent(
          diagnostic.source().name() + diagnostic.place() + diagnostic.message(), diagnostic);
    }
    return List.copyOf(distinct.values());
  }

  private Diagnostic explain(Trespass trespass) {
    return rule(trespass)
        .or(() -> Optional.ofNullable(declared.get(type(trespass.className()))))
        .map(it -> diagnostic(it, trespass))
        .or(() -> byName(trespass))
        .orElseGet(() -> ofAll(trespass));
  }

  private Optional<Origin> rule(Trespass trespass) {
    return mentions.beside(trespass).stream()
        .map(rules::get)
        .filter(it -> it != null)
        .reduce((one, other) -> one.of(trespass.name()).isPresent() ? one : other);
  }

  /** The declared type that a class is, or belongs to; the package is that of all rules. */
  private static String type(String className) {
    String name = className.substring(className.lastIndexOf('.') + 1);
    int inner = name.indexOf('$');
    return inner < 0 ? name : name.substring(0, inner);
  }

  private static Diagnostic diagnostic(Origin origin, Trespass trespass) {
    return diagnostic(
        origin.file(),
        origin.of(trespass.name()).orElseGet(origin::beginning),
        origin.what() + " " + trespass.what());
  }

  /** Of neither a rule nor a declared fact: the first line that has the name. */
  private Optional<Diagnostic> byName(Trespass trespass) {
    for (DrlFile file : files) {
      List<Place> places = find(file, trespass.name(), 1, file.source().lines());
      if (!places.isEmpty()) {
        return Optional.of(
            diagnostic(file, places.get(0), "what is written here " + trespass.what()));
      }
    }
    return Optional.empty();
  }

  /** Drools makes some classes of all rules of the package, which begins where it is named. */
  private Diagnostic ofAll(Trespass trespass) {
    DrlFile first = files.get(0);
    return diagnostic(
        first,
        find(first, "package", 1, first.source().lines()).stream().findFirst().orElse(Place.START),
        "what Drools makes of the rules of this package together " + trespass.what());
  }

  private static Diagnostic diagnostic(DrlFile file, Place place, String message) {
    return Diagnostic.of(RuleBaseCode.BEYOND_ALLOWED, file.source(), message).at(place).note(HELP);
  }

  private static List<Place> find(DrlFile file, String name, int from, int to) {
    List<Place> places = new ArrayList<>();
    if (!name.isBlank()) {
      Pattern word = Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])");
      for (int line = from; line <= Math.min(to, file.source().lines()); line++) {
        var match = word.matcher(file.source().line(line));
        if (match.find()) {
          String before = file.source().line(line).substring(0, match.start());
          places.add(new Place(line, before.codePointCount(0, before.length()) + 1, name.length()));
        }
      }
    }
    return places;
  }
}
