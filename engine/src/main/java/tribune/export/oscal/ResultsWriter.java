package tribune.export.oscal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import tribune.document.CanonicalJson;
import tribune.export.Cell;
import tribune.export.ExportContext;
import tribune.export.ExportFile;
import tribune.export.ExportFiles;
import tribune.export.ExportRow;
import tribune.export.FormatWriter;
import tribune.trail.AuditResult;
import tribune.trail.Body;
import tribune.verdict.Finding;

/**
 * Writes the assessment results, a result for each audit as it comes. The metadata stand at the
 * end, since they say when the newest record was made. Used by one thread.
 */
final class ResultsWriter implements FormatWriter {
  static final String FOLDER = "oscal/";

  private final ExportContext context;
  private final ExportFile file;
  private final JsonOut json;
  private final Catalogs catalogs;
  private final String uuid;
  private Instant newest = Instant.EPOCH;
  private boolean isEmpty = true;

  ResultsWriter(ExportContext context, ExportFiles files) throws IOException {
    this.context = context;
    this.file = files.file(FOLDER + "assessment-results.json");
    this.json = new JsonOut(file);
    this.catalogs = new Catalogs(files);
    this.uuid =
        OscalNames.uuid(
            "results",
            context.checkpoint().origin(),
            context.checkpoint().root().hex(),
            context.since().map(since -> since.root().hex()).orElse(""),
            new String(CanonicalJson.write(context.filter()), UTF_8));
    json.open('{').name("assessment-results").open('{').member("uuid", uuid);
    json.name("import-ap").open('{').member("href", "#" + part("plan"));
    json.member("remarks", "There is no plan: every decision is audited against all checks.");
    json.close('}').name("results").open('[');
  }

  private String part(String name) {
    return OscalNames.uuid(name, uuid);
  }

  @Override
  public void add(ExportRow row) throws IOException {
    newest = row.at();
    if (row.content().body() instanceof Body.Audited audited) {
      result(row, audited);
      isEmpty = false;
      file.row();
    }
  }

  private void result(ExportRow row, Body.Audited audited) throws IOException {
    Catalogs.Reference catalog = catalogs.of(row, audited.ruleBase().sha256());
    AuditResult result = audited.result();
    String at = Cell.of(row.at()).plain();
    String title = audited.decision().title();
    String name = audited.decision().id() + "@" + audited.decision().revision();
    json.line().open('{').member("uuid", OscalNames.uuid("result", row.leaf().hex()));
    json.member(
        "title",
        OscalMarkup.of(name + " " + result.verdict() + (title == null ? "" : ": " + title)));
    json.member("description", OscalMarkup.of(result.recommendation().advice()));
    json.member("start", at).member("end", at);
    properties(row, audited);
    json.name("links").open('[').open('{').member("href", "#" + catalog.uuid());
    json.member("rel", "reference").member("text", OscalMarkup.of(catalog.title()));
    json.close('}').close(']');
    reviewed(result.findings());
    if (!result.findings().isEmpty()) {
      FindingParts parts = new FindingParts(json, row.leaf(), at);
      parts.observations(result.findings());
      parts.findings(result.findings());
    }
    json.close('}');
  }

  private void properties(ExportRow row, Body.Audited audited) throws IOException {
    AuditResult result = audited.result();
    json.name("props").open('[');
    json.property("record", Long.toString(row.seq()));
    json.property("leaf", row.leaf().hex());
    json.property("decision", audited.decision().id());
    json.property("revision", String.valueOf(audited.decision().revision()));
    json.property("verdict", result.verdict().name());
    json.property("recommendation", result.recommendation().name());
    if (result.stakes() != null) {
      json.property("stakes", result.stakes().name());
    }
    json.property("as-of", result.asOf().toString());
    json.property("actor", row.content().actor().name());
    json.property("rules-sha256", audited.ruleBase().sha256().hex());
    json.close(']');
  }

  private void reviewed(List<Finding> findings) throws IOException {
    json.name("reviewed-controls").open('{').name("control-selections").open('[').open('{');
    if (findings.isEmpty()) {
      json.name("include-all").open('{').close('}');
    } else {
      json.name("include-controls").open('[');
      for (Finding finding : findings) {
        json.open('{').member("control-id", finding.check().text()).close('}');
      }
      json.close(']');
    }
    json.close('}').close(']').close('}');
  }

  @Override
  public void finish() throws IOException {
    if (isEmpty) {
      nothing();
    }
    json.close(']');
    metadata();
    resources();
    json.close('}').close('}');
    json.close();
  }

  /** One result has to be there. */
  private void nothing() throws IOException {
    json.line().open('{').member("uuid", part("nothing")).member("title", "No audit");
    json.member("description", "There is no audit among the records of this export.");
    json.member("start", Cell.of(newest).plain());
    reviewed(List.of());
    json.close('}');
  }

  private void metadata() throws IOException {
    String size = Long.toString(context.checkpoint().size());
    json.name("metadata").open('{').member("title", "Audited decisions");
    json.member("last-modified", Cell.of(newest).plain());
    json.member("version", size).member("oscal-version", OscalFormat.VERSION);
    json.name("props").open('[');
    json.property("trail", context.checkpoint().origin()).property("records", size);
    json.property("root", context.checkpoint().root().hex()).property("key", context.key());
    json.property("tribune", context.tribune()).close(']');
    json.name("roles").open('[').open('{').member("id", "assessor").member("title", "Assessor");
    json.close('}').close(']').name("parties").open('[').open('{');
    json.member("uuid", part("trail")).member("type", "organization");
    json.member("name", OscalNames.line(context.checkpoint().origin())).close('}').close(']');
    json.name("responsible-parties").open('[').open('{').member("role-id", "assessor");
    json.name("party-uuids").open('[').value(part("trail")).close(']').close('}').close(']');
    json.close('}');
  }

  private void resources() throws IOException {
    json.name("back-matter").open('{').name("resources").open('[');
    resource(part("plan"), "No assessment plan", "../manifest.json", "application/json");
    resource(part("records"), "The records, exactly", "../records.jsonl", "application/jsonl");
    for (Catalogs.Reference catalog : catalogs.all()) {
      resource(catalog.uuid(), catalog.title(), catalog.file(), "application/oscal+json");
    }
    json.close(']').close('}');
  }

  private void resource(String uuid, String title, String file, String type) throws IOException {
    json.line().open('{').member("uuid", uuid).member("title", OscalMarkup.of(title));
    json.name("rlinks").open('[').open('{').member("href", file).member("media-type", type);
    json.close('}').close(']').close('}');
  }
}
