package tribune.rulebase.scaffold;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tribune.verdict.CheckId;

/**
 * What a new rule base begins as: a principle with a check, thresholds, cases, and unless it builds
 * on another one, the stakes.
 *
 * @param title what it is for; a sentence to be changed, if left out
 * @param principle id of its first principle
 * @param check id of its first check; follows from the principle, if left out
 * @param base what it builds on
 */
public record NewRuleBase(
    Path directory,
    Optional<String> title,
    Optional<String> principle,
    Optional<String> check,
    Optional<String> base) {
  private static final String PRINCIPLE = "OURS";

  /**
   * Its files.
   *
   * @throws ScaffoldRefused if an id or the title is malformed
   */
  public Scaffold scaffold() {
    Draft.requireOneLine("title", title);
    Draft.requireOneLine("name of the rule base to build on", base);
    String id = principle.orElse(PRINCIPLE);
    Draft.requirePrinciple(id);
    CheckId first = Draft.requireCheck(check.orElseGet(() -> NewCheck.numbered(id, 1)));
    Draft draft = new Draft(directory);
    Map<String, String> words =
        Map.of(
            "NAME", name(),
            "TITLE", Template.yaml(title.orElse("What our decisions are held to")),
            "EXTENDS", Template.yaml(base.orElse("")));
    if (base.isPresent()) {
      return draft
          .file("rulebase.yaml", "rulebase-extending.yaml", words)
          .thresholds(Draft.threshold(first))
          .principle(id, null, first)
          .scaffold();
    }
    return draft
        .file("rulebase.yaml", "rulebase.yaml", words)
        .thresholds(Template.filled("threshold-stakes.yaml", Map.of()), Draft.threshold(first))
        .file("derivations.drl", "derivations.drl", Map.of())
        .file("derivations.cases.yaml", "derivations.cases.yaml", Draft.words(first, null))
        .principle(id, null, first)
        .scaffold();
  }

  /** The name of the directory in small letters, as names of rule bases are. */
  private String name() {
    Path last = directory.toAbsolutePath().normalize().getFileName();
    String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
    String plain = name.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    return plain.matches("[a-z].*") ? plain : "our-rules";
  }
}
