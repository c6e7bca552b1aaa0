package tribune.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.export.csv.CsvFormat;
import tribune.export.format.ExportFormats;
import tribune.proof.checkpoint.SignedCheckpoint;
import tribune.trail.Actor;
import tribune.trail.Body;
import tribune.trail.Filter;
import tribune.trail.KeyRefused;
import tribune.trail.Samples;
import tribune.trail.Trail;
import tribune.trail.jdbc.HomeTrail;
import tribune.verdict.Verdict;

/** Which records an export holds, what it says of itself, and what the trail knows of it. */
class ExportSelectionTest {
  @TempDir Path directory;
  private Trail trail;

  @BeforeEach
  void open() {
    trail = HomeTrail.open(directory.resolve("home"), ExportedTrail.setup());
    trail.append(Samples.draft("BAGS", 1));
    trail.append(Samples.draft("SEATS", 1, "Seats", List.of(), Samples.passing()));
    trail.append(Samples.draft("BAGS", 2));
    trail.append(Samples.draft("SEATS", 2));
  }

  @AfterEach
  void close() {
    trail.close();
  }

  @Test
  void a_filter_chooses_audits_oldest_first() throws IOException {
    Filter failed = Filter.ALL.withVerdicts(Set.of(Verdict.FAIL));
    assertThat(seqs(Optional.of(failed), "failed")).containsExactly(1, 3, 4);
    assertThat(seqs(Optional.of(failed.withSpan(Filter.Span.NEWEST_OF_EACH_DECISION)), "newest"))
        .containsExactly(3, 4);
    assertThat(seqs(Optional.of(Filter.ALL.withSearch("nobody")), "none")).isEmpty();
    assertThat(seqs(Optional.empty(), "all")).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void the_newest_audit_is_the_newest_that_the_checkpoint_covers() {
    Filter newest = Filter.ALL.withSpan(Filter.Span.NEWEST_OF_EACH_DECISION).withBefore(4);
    assertThat(trail.places(newest)).containsExactly(2, 3);
    assertThat(trail.places(Filter.ALL.withLimit(2))).containsExactly(3, 4);
  }

  @Test
  void an_export_is_recorded_with_the_hash_of_its_manifest() throws IOException {
    Path place = directory.resolve("recorded");
    Exported exported =
        new Exporter(trail, Samples.ENGINE)
            .export(
                ExportRequest.of(List.of(new CsvFormat())),
                place,
                Exports.RECORDED,
                ExportProgress.SILENT);

    Body body = trail.at(5).orElseThrow().content().body();
    assertThat(body).isInstanceOf(Body.Exported.class);
    assertThat(((Body.Exported) body).export().manifest()).isEqualTo(exported.sha256());
    assertThat(((Body.Exported) body).export().size()).isEqualTo(5);
    assertThat(exported.receipt()).isPresent();
    boolean isSound = trail.verify().fold(sound -> true, unsound -> false);
    assertThat(isSound).isTrue();
    CheckedExport checked = check(place);
    assertThat(checked.statement().orElseThrow().record()).contains(5L);
    assertThat(seqs(Optional.empty(), "after")).hasSize(6);
    check(directory.resolve("after"));
  }

  @Test
  void who_and_when_stand_in_the_statement_and_in_no_other_file() throws IOException {
    for (String who : List.of("ada", "bob")) {
      new Exporter(trail, Samples.ENGINE)
          .export(
              ExportRequest.of(ExportFormats.all()),
              directory.resolve(who),
              new ExportedBy(
                  new Actor(who, null, who + ".example"),
                  Exports.AT.plusSeconds(who.length()),
                  ExportedBy.Recording.NOT_RECORDED),
              ExportProgress.SILENT);
    }
    for (Path file : CompiledVerifier.files(directory.resolve("ada"))) {
      Path other = directory.resolve("bob").resolve(directory.resolve("ada").relativize(file));
      boolean isSame = Files.mismatch(file, other) < 0;
      assertThat(isSame).as(file.toString()).isNotEqualTo(file.endsWith("statement.dsse.json"));
    }
  }

  @Test
  void without_the_key_only_an_export_that_is_not_recorded_is_made() throws IOException {
    Files.delete(directory.resolve("home/trail/key.pem"));
    trail.close();
    trail = HomeTrail.open(directory.resolve("home"), ExportedTrail.setup());
    Exported exported = Exports.all(trail, directory.resolve("unsigned"));
    assertThat(exported.signature()).isEqualTo(Exported.Signature.UNSIGNED);
    assertThat(directory.resolve("unsigned/statement.dsse.json")).doesNotExist();
    assertThatThrownBy(
            () ->
                new Exporter(trail, Samples.ENGINE)
                    .export(
                        ExportRequest.of(List.of(new CsvFormat())),
                        directory.resolve("refused"),
                        Exports.RECORDED,
                        ExportProgress.SILENT))
        .isInstanceOf(KeyRefused.class);
    assertThat(directory.resolve("refused")).doesNotExist();
  }

  @Test
  void columns_are_chosen_in_their_order_and_unknown_ones_refused() throws IOException {
    ExportRequest request =
        ExportRequest.of(List.of(new CsvFormat())).withColumns(List.of("verdict", "decision"));
    Exports.of(trail, request, directory.resolve("chosen"));
    assertThat(Files.readAllLines(directory.resolve("chosen/decisions.csv"), UTF_8))
        .startsWith("\"verdict\",\"decision\"", "\"FAIL\",\"BAGS\"");
    assertThat(Files.readAllLines(directory.resolve("chosen/findings.csv"), UTF_8).get(0))
        .isEqualTo("\"decision\"");
    check(directory.resolve("chosen"));
    assertThatThrownBy(
            () ->
                Exports.of(trail, request.withColumns(List.of("verdikt")), directory.resolve("x")))
        .isInstanceOf(ExportRefused.class)
        .hasMessageContaining("there are: record");
  }

  @Test
  void since_any_checkpoint_there_are_no_gaps() throws IOException {
    for (long size = 1; size <= 5; size++) {
      SignedCheckpoint since = trail.proofs().firstOver(size).orElseThrow().signed();
      Path place = directory.resolve("since-" + size);
      Exported exported =
          Exports.of(
              trail,
              ExportRequest.of(List.of(new CsvFormat())).withSince(Optional.of(since)),
              place);
      assertThat(exported.records()).isEqualTo(5 - since.claimed().size());
      CheckedExport checked =
          new ExportCheck(
                  place, ExportCheck.keyIn(place), ExportFormats.all(), Samples.ENGINE.tribune())
              .check(Optional.of(since), ExportCheck.Signing.REQUIRED, ExportProgress.SILENT);
      assertThat(checked.manifest().context().scope()).isEqualTo(ExportScope.SINCE);
    }
  }

  @Test
  void an_empty_history_has_heads_and_no_rows() throws IOException {
    Path place = directory.resolve("empty");
    try (Trail empty = HomeTrail.open(directory.resolve("other"), ExportedTrail.setup())) {
      Exports.all(empty, place);
    }
    assertThat(Files.readString(place.resolve("decisions.csv"), UTF_8))
        .isEqualTo("\"" + String.join("\",\"", AuditTables.DECISIONS.names()) + "\"\r\n");
    assertThat(Files.readString(place.resolve("findings.csv"), UTF_8))
        .isEqualTo("\"" + String.join("\",\"", AuditTables.FINDINGS.names()) + "\"\r\n");
    assertThat(Files.readString(place.resolve("decisions.md"), UTF_8)).endsWith("\nNo audit.\n");
    assertThat(Files.readString(place.resolve("junit.xml"), UTF_8))
        .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n</testsuites>\n");
    assertThat(Files.size(place.resolve("payloads.jsonl"))).isZero();
    check(place);
  }

  private List<Integer> seqs(Optional<Filter> filter, String name) throws IOException {
    Path place = directory.resolve(name);
    Exports.of(trail, ExportRequest.of(List.of(new CsvFormat())).withFilter(filter), place);
    check(place);
    return Files.readAllLines(place.resolve("records.jsonl"), UTF_8).stream()
        .map(line -> Integer.valueOf(line.replaceAll(".*\"seq\":([0-9]+).*", "$1")))
        .toList();
  }

  private static CheckedExport check(Path place) {
    return new ExportCheck(
            place, ExportCheck.keyIn(place), ExportFormats.all(), Samples.ENGINE.tribune())
        .check(Optional.empty(), ExportCheck.Signing.REQUIRED, ExportProgress.SILENT);
  }
}
