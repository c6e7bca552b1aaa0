package tribune.rulebase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tribune.decision.Asked;
import tribune.decision.Kind;
import tribune.document.Reading;

/** Finds what the checks of a rule base want to know of a decision of some kind. */
public final class ProposalQuestions {
  private ProposalQuestions() {}

  /** What the checks that can apply to decisions of {@code kind} ask for and weigh. */
  public static Reading<Asked> of(RuleBaseFiles files, Kind kind) {
    return CatalogueReader.read(files)
        .then(
            catalogue ->
                Foundations.of(files).map(foundations -> of(catalogue, foundations, kind)));
  }

  private static Asked of(Catalogue catalogue, Foundations foundations, Kind kind) {
    Map<String, List<String>> asking = new TreeMap<>();
    Map<String, List<String>> weighing = new TreeMap<>();
    for (Check check : catalogue.checks()) {
      if (check.kinds().isEmpty() || check.kinds().contains(kind)) {
        check.asks().forEach(path -> add(asking, path, check));
        weighed(check, foundations).forEach(path -> add(weighing, path, check));
      }
    }
    RuleBaseDescription by = catalogue.description();
    return new Asked(by.name() + " " + by.version(), asking, weighing);
  }

  /** What its rules read and it does not ask for; a section only if no member of it is named. */
  private static Set<String> weighed(Check check, Foundations foundations) {
    Set<String> read = foundations.of(check.checkId()).members();
    Set<String> named = new TreeSet<>(read);
    named.addAll(check.asks());
    Set<String> weighed = new TreeSet<>(read);
    weighed.removeAll(check.asks());
    weighed.removeIf(path -> named.stream().anyMatch(it -> it.startsWith(path + ".")));
    return weighed;
  }

  private static void add(Map<String, List<String>> checks, String path, Check check) {
    checks.computeIfAbsent(path, it -> new ArrayList<>()).add(check.id());
  }
}
