package tribune.export.oscal;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tribune.export.Cell;
import tribune.export.ExportFile;
import tribune.export.ExportFiles;
import tribune.export.ExportRow;
import tribune.proof.Hash;
import tribune.rulebase.Catalogue;
import tribune.rulebase.Check;
import tribune.rulebase.Principle;
import tribune.rulebase.RuleBase;
import tribune.rulebase.RuleBaseFiles;
import tribune.trail.StoredRuleBase;

/**
 * A catalog for each rule base, {@code catalog-1.json} and so on in the order in which audits name
 * them: principles as groups, checks as controls. One for all would have to give controls other
 * ids, since the same check may say something else in the next version. Used by one thread.
 */
final class Catalogs {
  private final ExportFiles files;
  private final Map<Hash, Reference> written = new LinkedHashMap<>();

  /** A catalog that was written. */
  record Reference(String uuid, String file, String title) {}

  Catalogs(ExportFiles files) {
    this.files = files;
  }

  /** The catalog of the rule base of this audit. */
  Reference of(ExportRow row, Hash rules) throws IOException {
    Reference known = written.get(rules);
    if (known != null) {
      return known;
    }
    StoredRuleBase stored = row.ruleBase();
    Reference reference =
        new Reference(
            OscalNames.uuid("catalog", stored.sha256().hex()),
            "catalog-" + (written.size() + 1) + ".json",
            stored.ref().name() + " " + stored.ref().version());
    write(reference, stored, row);
    written.put(rules, reference);
    return reference;
  }

  Iterable<Reference> all() {
    return written.values();
  }

  private void write(Reference reference, StoredRuleBase stored, ExportRow row) throws IOException {
    Optional<Catalogue> catalogue =
        RuleBaseFiles.of(stored.ref().name(), stored.files())
            .then(RuleBase::catalogue)
            .fold(sound -> Optional.of(sound.value()), faulty -> Optional.empty());
    ExportFile file = files.file(ResultsWriter.FOLDER + reference.file());
    try (JsonOut json = new JsonOut(file)) {
      json.open('{').name("catalog").open('{').member("uuid", reference.uuid());
      metadata(json, reference, stored, row, catalogue.isPresent());
      if (catalogue.isPresent() && !catalogue.get().principles().isEmpty()) {
        json.name("groups").open('[');
        for (Principle principle : catalogue.get().principles()) {
          group(json, principle, catalogue.get(), file);
        }
        json.close(']');
      }
      json.close('}').close('}');
    }
  }

  private static void metadata(
      JsonOut json, Reference reference, StoredRuleBase stored, ExportRow row, boolean isReadable)
      throws IOException {
    json.name("metadata").open('{').member("title", OscalMarkup.of(reference.title()));
    json.member("last-modified", Cell.of(row.at()).plain());
    json.member("version", OscalNames.line(stored.ref().version()));
    json.member("oscal-version", OscalFormat.VERSION);
    json.name("props").open('[');
    json.property("rules", stored.ref().name());
    json.property("rules-sha256", stored.sha256().hex()).close(']');
    json.member(
        "remarks",
        isReadable
            ? "The rule base as it was when it was first used here; last-modified is that time."
            : "This version of Tribune cannot read the description of these rules.");
    json.close('}');
  }

  private static void group(JsonOut json, Principle principle, Catalogue catalogue, ExportFile file)
      throws IOException {
    json.line().open('{').member("id", "principle-" + principle.id());
    json.member("class", "principle").member("title", OscalMarkup.of(principle.title()));
    json.name("parts").open('[');
    part(json, principle.id() + "_ovw", "overview", principle.statement());
    part(json, principle.id() + "_why", "guidance", principle.why());
    json.close(']');
    if (principle.checks().stream().anyMatch(it -> catalogue.check(it.checkId()).isPresent())) {
      json.name("controls").open('[');
      for (Check described : principle.checks()) {
        Optional<Check> check = catalogue.check(described.checkId());
        if (check.isPresent()) {
          control(json, check.get());
          file.row();
        }
      }
      json.close(']');
    }
    json.close('}');
  }

  private static void control(JsonOut json, Check check) throws IOException {
    json.line().open('{').member("id", check.id()).member("class", "check");
    json.member("title", OscalMarkup.of(check.title()));
    json.name("props").open('[').property("severity", check.severity().name()).close(']');
    json.name("parts").open('[');
    part(json, check.id() + "_smt", "statement", check.title());
    part(json, OscalNames.objective(check.id()), "assessment-objective", check.question());
    part(json, check.id() + "_gdn", "guidance", check.remedy());
    json.close(']').close('}');
  }

  private static void part(JsonOut json, String id, String name, String prose) throws IOException {
    json.open('{').member("id", id).member("name", name);
    json.member("prose", OscalMarkup.of(prose)).close('}');
  }
}
