package tribune.rulebase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.RuleDescr;
import tribune.document.Diagnostic;
import tribune.document.Place;
import tribune.rulebase.confinement.Mentions;
import tribune.rulebase.confinement.Trespass;

/** Says of what generated classes may not do which rule, file and line it comes from. */
final class Trespasses {
  private static final String HELP = "`help allowed` lists what rules may touch";

  private final Mentions mentions;
  private final List<DrlFile> files;
  private final Map<String, Origin> rules = new HashMap<>();

  private record Origin(DrlFile file, RuleDescr rule) {}

  private Trespasses(Mentions mentions, List<DrlFile> files) {
    this.mentions = mentions;
    this.files = files;
    for (DrlFile file : files) {
      file.content().getRules().forEach(it -> rules.put(it.getName(), new Origin(file, it)));
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
    Optional<Origin> origin =
        mentions.beside(trespass).stream()
            .map(rules::get)
            .filter(it -> it != null)
            .reduce((one, other) -> holds(one, trespass) ? one : other);
    return origin
        .map(
            it ->
                Diagnostic.of(
                        RuleBaseCode.BEYOND_ALLOWED,
                        it.file().source(),
                        "the rule `" + it.rule().getName() + "` " + trespass.what())
                    .at(place(it, trespass))
                    .note(HELP))
        .orElseGet(() -> withoutRule(trespass));
  }

  private static boolean holds(Origin origin, Trespass trespass) {
    return !find(origin.file(), trespass.name(), firstLine(origin), lastLine(origin)).isEmpty();
  }

  private static Place place(Origin origin, Trespass trespass) {
    List<Place> places = find(origin.file(), trespass.name(), firstLine(origin), lastLine(origin));
    return places.isEmpty()
        ? DrlFile.inside(
            origin.file().source(), origin.rule().getLine(), origin.rule().getColumn() - 1)
        : places.get(0);
  }

  private static int firstLine(Origin origin) {
    return Math.max(1, origin.rule().getLine());
  }

  private static int lastLine(Origin origin) {
    return Math.max(firstLine(origin), origin.rule().getEndLine());
  }

  /** A declared type, say, is of no rule: then the first line that has the name. */
  private Diagnostic withoutRule(Trespass trespass) {
    for (DrlFile file : files) {
      List<Place> places = find(file, trespass.name(), 1, file.source().lines());
      if (!places.isEmpty()) {
        return Diagnostic.of(
                RuleBaseCode.BEYOND_ALLOWED,
                file.source(),
                "what is written here " + trespass.what())
            .at(places.get(0))
            .note(HELP);
      }
    }
    return Diagnostic.of(
            RuleBaseCode.BEYOND_ALLOWED, files.get(0).source(), "a rule file " + trespass.what())
        .note(HELP);
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
