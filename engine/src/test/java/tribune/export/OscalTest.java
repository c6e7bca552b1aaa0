package tribune.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.export.oscal.OscalFormat;
import tribune.trail.Filter;
import tribune.trail.Samples;
import tribune.trail.Trail;
import tribune.trail.jdbc.HomeTrail;
import tribune.verdict.CheckId;
import tribune.verdict.Finding;
import tribune.verdict.Ground;
import tribune.verdict.Grounds;
import tribune.verdict.Paths;
import tribune.verdict.Severity;

/** What goes to GRC tools fits the public schemas of OSCAL, whatever stands in the records. */
class OscalTest {
  @TempDir Path directory;
  private Trail trail;

  @BeforeEach
  void open() {
    trail = HomeTrail.open(directory.resolve("home"), ExportedTrail.setup());
  }

  @AfterEach
  void close() {
    trail.close();
  }

  private Path export(String name, Optional<Filter> filter) {
    Exports.of(
        trail,
        ExportRequest.of(List.of(new OscalFormat())).withFilter(filter),
        directory.resolve(name));
    return directory.resolve(name + "/oscal");
  }

  private static Tree valid(String schema, Path file) throws IOException {
    String text = Files.readString(file, UTF_8);
    assertThat(schema(schema).validate(text, InputFormat.JSON)).as(file.toString()).isEmpty();
    return Tree.of(text);
  }

  private static JsonSchema schema(String name) throws IOException {
    try (InputStream in = OscalTest.class.getResourceAsStream("oscal/" + name)) {
      return JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(in);
    }
  }

  private static Tree results(Path oscal) throws IOException {
    return valid("oscal-ar_schema.json", oscal.resolve("assessment-results.json"))
        .get("assessment-results");
  }

  @Test
  void the_schema_refuses_what_it_should() throws IOException {
    assertThat(
            schema("oscal-ar_schema.json")
                .validate("{\"assessment-results\":{\"uuid\":\"x\"}}", InputFormat.JSON))
        .isNotEmpty();
  }

  @Test
  void an_outcome_is_what_its_target_says() throws IOException {
    trail.append(
        Samples.draft(
            "BAGS",
            1,
            "Bags",
            List.of("Sales"),
            List.of(
                new Finding.Pass(new CheckId("LTR-01"), Severity.MAJOR, Grounds.NONE),
                new Finding.NeedsEvidence(
                    new CheckId("LTR-02"), Severity.MINOR, Paths.of(List.of("a.b")), Grounds.NONE),
                new Finding.NotApplicable(new CheckId("LTR-03"), Severity.MAJOR),
                new Finding.Fault(new CheckId("LTR-04"), Severity.BLOCKER, "a rule threw"))));

    Tree result = results(export("outcomes", Optional.empty())).get("results").at("/0");
    assertThat(result.get("observations").list()).hasSize(4);
    assertThat(result.get("findings").list())
        .extracting(it -> it.at("/target/target-id").asText() + " " + state(it))
        .containsExactly(
            "LTR-01_obj satisfied pass",
            "LTR-02_obj not-satisfied other",
            "LTR-04_obj not-satisfied other");
    assertThat(result.get("observations").at("/2").get("title").asText())
        .isEqualTo("LTR-03 NOT_APPLICABLE");
    assertThat(result.get("findings").at("/2").get("description").asText())
        .isEqualTo("a rule threw");
  }

  private static String state(Tree finding) {
    Tree status = finding.at("/target/status");
    return status.get("state").asText() + " " + status.get("reason").asText();
  }

  @Test
  void hostile_texts_fit_the_schema_and_come_back() throws IOException {
    for (int i = 0; i < HostileTexts.ALL.size(); i++) {
      String text = HostileTexts.ALL.get(i);
      trail.append(
          Samples.draft(
              "H-" + i,
              1,
              text,
              List.of(text),
              List.of(
                  new Finding.Fail(
                      new CheckId("LTR-01"),
                      Severity.MAJOR,
                      Grounds.of(List.of(new Ground("r", text, List.of(), Paths.NONE)))))));
    }
    Tree found = results(export("hostile", Optional.empty())).get("results");
    assertThat(found.list()).hasSize(HostileTexts.ALL.size());
    for (int i = 0; i < HostileTexts.ALL.size(); i++) {
      String description = found.at("/" + i + "/findings/0/description").asText();
      String text = HostileTexts.ALL.get(i);
      String expected = text.isEmpty() ? "No reason is recorded." : shown(text);
      assertThat(shown(description.replaceAll("\\\\(.)", "$1")))
          .as("text %s", i)
          .isEqualTo(expected);
      assertThat(description.replaceAll("\\\\.", "")).doesNotContain("<", "](", "![", "`", "*");
    }
  }

  private static String shown(String text) {
    String plain = text.replaceAll("[\\x00-\\x1f\\x7f-\\x9f\\h\\u2028\\u2029\\ufeff]", " ").strip();
    return plain.isEmpty() ? "-" : plain;
  }

  @Test
  void everything_that_is_referred_to_is_there_once() throws Exception {
    ExportedTrail sample = ExportedTrail.in(directory.resolve("sample"));
    Path oscal = sample.export().resolve("oscal");
    Tree all = results(oscal);
    Set<String> uuids = new HashSet<>();
    all.textsOf("uuid").forEach(it -> assertThat(uuids.add(it)).as(it).isTrue());
    all.textsOf("href").stream()
        .filter(href -> href.startsWith("#"))
        .forEach(href -> assertThat(uuids).contains(href.substring(1)));
    all.textsOf("observation-uuid").forEach(it -> assertThat(uuids).contains(it));
    Tree catalog =
        valid("oscal-catalog_schema.json", oscal.resolve("catalog-1.json")).get("catalog");
    Set<String> ids = new HashSet<>();
    catalog.textsOf("id").forEach(it -> assertThat(ids.add(it)).as(it).isTrue());
    Tree first = all.get("results").at("/0");
    assertThat(ids).containsAll(first.textsOf("control-id"));
    assertThat(ids).containsAll(first.textsOf("target-id"));
    assertThat(first.at("/links/0/href").asText()).isEqualTo("#" + catalog.get("uuid").asText());
    for (Tree resource : all.at("/back-matter/resources").list()) {
      assertThat(oscal.resolve(resource.at("/rlinks/0/href").asText())).exists();
    }
    valid("oscal-catalog_schema.json", oscal.resolve("catalog-2.json"));
  }

  @Test
  void an_empty_history_is_valid() throws IOException {
    trail.append(Samples.draft("BAGS", 1));
    Tree all = results(export("none", Optional.of(Filter.ALL.withSearch("nothing"))));
    assertThat(all.at("/results/0/title").asText()).isEqualTo("No audit");
    assertThat(all.at("/metadata/last-modified").asText()).isEqualTo("1970-01-01T00:00:00.000Z");
  }
}
