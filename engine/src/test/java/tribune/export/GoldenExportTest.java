package tribune.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.decision.ProposalReader;
import tribune.document.Source;
import tribune.engine.AuditEngine;
import tribune.export.csv.CsvFormat;
import tribune.export.oscal.OscalFormat;
import tribune.export.xlsx.XlsxFormat;
import tribune.rulebase.SmallRuleBase;
import tribune.rulebase.page.GoldenFolder;
import tribune.trail.Filter;
import tribune.trail.Samples;
import tribune.trail.Trail;
import tribune.trail.TrailSetup;
import tribune.trail.jdbc.HomeTrail;

/**
 * Every format of a small history, and of none, as it is read and reviewed. Hashes, keys and UUIDs
 * are new in each run and are named instead. The page for people has golden files of its own.
 */
class GoldenExportTest {
  private static final Path GOLDEN =
      Path.of("src", "test", "resources", "tribune", "export", "golden");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-15T12:00:00Z"), ZoneOffset.UTC);
  private static final List<ExportFormat> FORMATS =
      List.of(
          new JsonlFormat(),
          new CsvFormat(),
          new XlsxFormat(),
          new MarkdownFormat(),
          new JunitFormat(),
          new OscalFormat());

  @TempDir static Path shared;
  private static AuditEngine engine;

  @BeforeAll
  static void record() {
    TrailSetup setup =
        TrailSetup.of(CLOCK, new SecureRandom(), Samples.ACTOR, Samples.ENGINE, 1, "test");
    engine =
        new AuditEngine(
            SmallRuleBase.asShipped().load(),
            HomeTrail.open(shared.resolve("home"), setup),
            CLOCK,
            Samples.ACTOR);
    engine.audit(
        ProposalReader.read(
                Source.of(
                    "bags.yaml",
                    "decision: {id: BAGS, title: \"=Fee | bags\", kind: PRICING, adverse: yes,"
                        + " retroactive: yes}"))
            .orThrow());
    Trail trail = engine.trail();
    trail.append(Samples.draft("SEATS", 1));
    trail.append(Samples.draft("MEALS", 2, "Meals", List.of("Service"), Samples.passing()));
    trail.append(Samples.draft("LOUNGE", 1, "Lounge", List.of("Service"), Samples.incomplete()));
    trail.append(Samples.draft("WIFI", 1, "WLAN \u00e9", List.of("IT"), Samples.faulty()));
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @Test
  void a_small_history() throws Exception {
    GoldenFolder.check(GOLDEN.resolve("some"), exported("some", Optional.empty()));
  }

  @Test
  void an_empty_history() throws Exception {
    GoldenFolder.check(
        GOLDEN.resolve("none"), exported("none", Optional.of(Filter.ALL.withSearch("nothing"))));
  }

  /** What the formats wrote, by a name without folders. */
  private static Map<String, String> exported(String name, Optional<Filter> filter)
      throws Exception {
    Path place = shared.resolve(name);
    Exports.of(engine.trail(), ExportRequest.of(FORMATS).withFilter(filter), place);
    Map<String, String> texts = new TreeMap<>();
    for (Path file : CompiledVerifier.files(place)) {
      String path = place.relativize(file).toString().replace('\\', '/');
      if (path.matches("(decisions|findings|junit|oscal/).*")) {
        texts.put(path.replace('/', '-').replace(".xlsx", ".xlsx.txt"), known(text(file)));
      }
    }
    return texts;
  }

  private static String text(Path file) throws Exception {
    return file.toString().endsWith(".xlsx") ? sheets(file) : Files.readString(file, UTF_8);
  }

  private static String sheets(Path file) throws Exception {
    StringBuilder text = new StringBuilder();
    Sheets.of(file)
        .forEach(
            (name, rows) -> {
              text.append("== ").append(name).append('\n');
              rows.forEach(
                  row -> text.append(String.join(" | ", row).replace("\n", "\\n")).append('\n'));
            });
    return text.toString();
  }

  private static String known(String text) {
    return text.replaceAll("\\b[0-9a-f]{64}\\b", "HASH")
        .replaceAll("\\b[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\\b", "UUID")
        .replaceAll("\\+[0-9a-f]{8}\\+[A-Za-z0-9+/=]+", "+ID+KEY")
        .replaceAll("tribune\\.local/[0-9a-f]{8}", "tribune.local/ID")
        .replace("\r", "\\r");
  }
}
