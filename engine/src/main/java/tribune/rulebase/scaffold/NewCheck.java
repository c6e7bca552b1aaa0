package tribune.rulebase.scaffold;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tribune.document.Source;
import tribune.rulebase.Catalogue;
import tribune.rulebase.Check;
import tribune.rulebase.Principle;
import tribune.rulebase.RuleBaseFiles;
import tribune.schema.Binder;
import tribune.verdict.CheckId;

/**
 * What a principle or a check adds to a rule base that is there: rules and cases in files of their
 * own, a description in the principle, and a threshold.
 *
 * @param principle a new one with a first check, or the one that the check is to belong to
 * @param check the new check; follows from the principle, if left out
 * @param title of what is added
 */
public record NewCheck(
    Path directory,
    RuleBaseFiles files,
    Catalogue catalogue,
    Optional<String> principle,
    Optional<String> check,
    Optional<String> title) {
  private static final int LONGEST_PREFIX = 8;

  /** The id of a check of that number, named after its principle. */
  static String numbered(String principle, int number) {
    String letters = principle.replaceAll("[^A-Z]", "");
    String prefix = letters.substring(0, Math.min(LONGEST_PREFIX, letters.length()));
    return String.format(Locale.ROOT, "%s-%02d", prefix, number);
  }

  /**
   * The files that are made and that grow.
   *
   * @throws ScaffoldRefused if the ids are taken, an id or the title is malformed, or it is not
   *     clear which principle is meant
   */
  public Scaffold scaffold() {
    Draft.requireOneLine("title", title);
    if (principle.isPresent() && !isThere(principle.get())) {
      return ofPrinciple(principle.get());
    }
    if (check.isEmpty()) {
      throw new ScaffoldRefused(
          "there is a principle " + principle.orElse("") + " already",
          "to add a check to it, name that too: --check " + free(principle.orElse("OURS")));
    }
    return ofCheck(Draft.requireCheck(check.get()));
  }

  private Scaffold ofPrinciple(String id) {
    Draft.requirePrinciple(id);
    CheckId first = Draft.requireCheck(check.orElseGet(() -> free(id)));
    requireFree(first);
    Draft draft = new Draft(directory).principle(id, title.orElse(null), first);
    return withThreshold(draft, first).scaffold();
  }

  private Scaffold ofCheck(CheckId added) {
    requireFree(added);
    Map<String, Source> own = ownPrinciples();
    String id = principle.orElseGet(() -> principleOf(added, own.keySet()));
    Source description = own.get(id);
    if (description == null) {
      throw new ScaffoldRefused(
          "the principle " + id + " belongs to the base, which is not changed here",
          "begin one of your own: --principle NAME --check " + added);
    }
    Path file = Path.of(description.name());
    String grown =
        GrownList.with(description, "checks", Draft.description(added, title.orElse(null)));
    String name = Draft.folder(id) + added.text().toLowerCase(Locale.ROOT);
    Draft draft = new Draft(directory).rules(name, added, title.orElse(null)).grow(file, grown);
    return withThreshold(draft, added).scaffold();
  }

  private Draft withThreshold(Draft draft, CheckId of) {
    Optional<Source> table = files.file(RuleBaseFiles.THRESHOLDS);
    String entry = Draft.threshold(of);
    return table.isEmpty()
        ? draft.thresholds(entry)
        : draft.grow(Path.of(table.get().name()), GrownList.with(table.get(), "thresholds", entry));
  }

  private boolean isThere(String id) {
    return catalogue.principles().stream().anyMatch(it -> it.id().equals(id));
  }

  private void requireFree(CheckId id) {
    if (catalogue.checks().stream().anyMatch(it -> it.checkId().equals(id))) {
      String prefix = id.text().substring(0, id.text().indexOf('-'));
      throw new ScaffoldRefused("there is a check " + id + " already", "free is " + free(prefix));
    }
  }

  private String free(String principle) {
    Set<String> taken = catalogue.checks().stream().map(Check::id).collect(Collectors.toSet());
    int number = 1;
    while (taken.contains(numbered(principle, number))) {
      number++;
    }
    return numbered(principle, number);
  }

  /** The one with checks of the same letters, or else the only one. */
  private static String only(CheckId added, Set<String> ids) {
    if (ids.size() == 1) {
      return ids.iterator().next();
    }
    throw new ScaffoldRefused(
        "it is not clear which principle " + added + " is to belong to",
        "say it: --principle " + String.join("|", ids));
  }

  private String principleOf(CheckId added, Set<String> ids) {
    String letters = added.text().substring(0, added.text().indexOf('-') + 1);
    return catalogue.principles().stream()
        .filter(it -> it.checks().stream().anyMatch(one -> one.id().startsWith(letters)))
        .map(Principle::id)
        .findFirst()
        .orElseGet(() -> only(added, ids));
  }

  /** The files that describe the principles that are its own, by the ids of these. */
  private Map<String, Source> ownPrinciples() {
    Map<String, Source> own = new TreeMap<>();
    for (Source source : files.principles()) {
      own.put(Binder.read(source, Principle.class).orThrow().id(), source);
    }
    return own;
  }
}
