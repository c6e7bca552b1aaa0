package tribune.rulebase.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tribune.document.Node;
import tribune.document.Source;
import tribune.document.YamlReader;

/** The schemas take every file that is shipped, and refuse broken ones. */
class FileSchemaTest {
  private static final Path SCHEMAS = Path.of("..", "docs", "schemas");
  private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);

  @ParameterizedTest
  @EnumSource
  void the_published_schema_is_the_one_that_is_generated(FileSchema schema) throws IOException {
    Path file =
        schema == FileSchema.PROPOSAL
            ? SCHEMAS.resolveSibling("proposal.schema.json")
            : SCHEMAS.resolve(schema.word() + ".schema.json");
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(file, schema.text());
    }
    assertThat(Files.readString(file)).isEqualTo(schema.text());
  }

  @ParameterizedTest
  @EnumSource
  void it_is_a_schema_of_its_draft(FileSchema schema) {
    assertThat(
            FACTORY.getSchema(SchemaLocation.of(DRAFT)).validate(schema.text(), InputFormat.JSON))
        .isEmpty();
  }

  @Test
  void every_file_of_a_rule_base_is_taken() throws IOException {
    int taken = 0;
    for (String folder :
        List.of("../rules", "../fixtures/rulebases", "src/test/resources/rulebases")) {
      for (Path file : files(Path.of(folder))) {
        assertThat(mistakes(schemaOf(file), Files.readString(file))).as("%s", file).isEmpty();
        taken++;
      }
    }
    assertThat(taken).isGreaterThan(28);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RULEBASE | {name: x, version: 1.0}",
        "RULEBASE | {name: x, version: 1.0, title: t, extend: y}",
        "RULEBASE | {name: x, version: 1.0, title: t, switchedOff: [{check: A-01}]}",
        "RULEBASE | {name: x, version: 1.0, title: t, severities: [{check: A-01, severity: BAD, why: w}]}",
        "PRINCIPLE | {id: A, title: t, statement: s}",
        "PRINCIPLE | {id: A, title: t, statement: s, why: w, checks: {id: A-01}}",
        "PRINCIPLE | {id: A, title: t, statement: s, why: w, checks: [{id: A-01}]}",
        "THRESHOLDS | {thresholds: [{id: a, value: 10%}]}",
        "THRESHOLDS | {thresholds: [{id: a, value: 10%, why: w, unit: months}]}",
        "THRESHOLDS | {threshold: []}",
        "CASES | {cases: []}",
        "CASES | {asOf: 2026-01-15, cases: [{name: a, check: A-01, outcome: PAS, proposal: {}}]}",
        "CASES | {asOf: 15.1.2026, cases: []}",
        "CASES | {asOf: 2026-01-15, cases: [{name: a, check: A-01, outcome: PASS}]}",
        "CASES | {asOf: 2026-01-15, cases: [{name: a, check: A-01, outcome: PASS, proposal: {decision: {reach: 0.1}}}]}",
        "CASES | {asOf: 2026-01-15, cases: [{name: a, check: A-01, outcome: PASS, proposal: {decisio: {}}}]}",
        "WAIVERS | {refused: [{id: a, reason: r}]}",
        "WAIVERS | {refuse: []}"
      })
  void a_broken_file_is_refused(FileSchema schema, String yaml) {
    assertThat(mistakes(schema, yaml)).isNotEmpty();
  }

  @Test
  void numbers_may_stand_where_texts_belong_as_yaml_has_no_quotes_around_them() {
    assertThat(mistakes(FileSchema.THRESHOLDS, "thresholds: [{id: a, value: 12, why: w}]"))
        .isEmpty();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(it -> it.toString().endsWith(".yaml"))
          .filter(it -> !it.endsWith("gaps.yaml") && !it.toString().contains("target"))
          .sorted()
          .toList();
    }
  }

  private static FileSchema schemaOf(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".cases.yaml")
        ? FileSchema.CASES
        : FileSchema.valueOf(name.replace(".yaml", "").toUpperCase(java.util.Locale.ROOT));
  }

  private static Set<String> mistakes(FileSchema schema, String yaml) {
    Node root = YamlReader.read(Source.of("x.yaml", yaml)).orThrow().root();
    return FACTORY.getSchema(schema.text()).validate(json(root), InputFormat.JSON).stream()
        .map(Object::toString)
        .collect(Collectors.toSet());
  }

  /** The document as an editor sees it, which takes unquoted values by their looks. */
  private static String json(Node node) {
    return node.fold(
        scalar -> value(scalar),
        sequence ->
            sequence.elements().stream()
                .map(FileSchemaTest::json)
                .collect(Collectors.joining(",", "[", "]")),
        mapping ->
            mapping.entries().stream()
                .map(it -> quoted(it.key().text()) + ":" + json(it.value()))
                .collect(Collectors.joining(",", "{", "}")));
  }

  private static String value(Node.Scalar scalar) {
    boolean isPlain = scalar.style() == Node.Style.PLAIN;
    if (isPlain && scalar.isUnstated()) {
      return "null";
    }
    boolean isLiteral = scalar.text().matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?|true|false");
    return isPlain && isLiteral ? scalar.text() : quoted(scalar.text());
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      String escape = Map.of('"', "\\\"", '\\', "\\\\", '\n', "\\n", '\t', "\\t").get(c);
      quoted.append(escape == null ? String.valueOf(c) : escape);
    }
    return quoted.append('"').toString();
  }
}
