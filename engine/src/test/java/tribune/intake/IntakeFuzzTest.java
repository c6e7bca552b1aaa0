package tribune.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tribune.decision.RandomProposals;
import tribune.document.CanonicalJson;
import tribune.document.Diagnostic;
import tribune.document.Node;
import tribune.document.Place;
import tribune.document.Reading;
import tribune.document.Source;
import tribune.schema.RecordWriter;

/** Broken files are read or rejected, line by line, with places inside the file. */
class IntakeFuzzTest {
  private static final long SEED = Long.getLong("tribune.fuzz.seed", 6);
  private static final int ROUNDS = Integer.getInteger("tribune.fuzz.rounds", 300);
  private static final String HOSTILE =
      "\"\"\"',;\n\r\t{}[]:#&*!|>%@`\\\u0000\u202e\uFEFF\u2028é😀=+-";
  private static final List<String> CELLS =
      List.of(
          "A", "", " ", "a,b", "say \"x\"", "two\nlines", "\r\n", "\"", "é😀", "=1+1", "12%", "'");

  @Test
  void mutated_jsonl_files_are_read_or_rejected() {
    RandomProposals proposals = new RandomProposals(SEED);
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      for (int i = random.nextInt(4); i >= 0; i--) {
        file.writeBytes(CanonicalJson.write(RecordWriter.json(proposals.any())));
        file.writeBytes(random.nextBoolean() ? new byte[] {'\n'} : new byte[] {'\r', '\n'});
      }
      check(IntakeFormat.JSONL, mutated(file.toByteArray(), random), round);
    }
  }

  @Test
  void mutated_csv_files_are_read_or_rejected() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      List<List<String>> rows = new ArrayList<>();
      rows.add(List.of("decision.id", "decision.title", "decision.reach", "departments[0].name"));
      for (int i = random.nextInt(5); i >= 0; i--) {
        rows.add(cells(4, random));
      }
      check(IntakeFormat.CSV, mutated(csv(rows).getBytes(UTF_8), random), round);
    }
  }

  @Test
  void cells_are_what_somebody_else_wrote() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      List<String> row = cells(1 + random.nextInt(6), random);
      String text = csv(List.of(row));
      List<Node.Scalar> cells =
          CsvCells.read(Source.of("row", text.substring(0, text.length() - 2))).orThrow();
      assertThat(cells.stream().map(Node.Scalar::text))
          .as("seed %d, round %d", SEED, round)
          .containsExactlyElementsOf(row.stream().map(cell -> cell.replace("\r\n", "\n")).toList());
    }
  }

  @Test
  void mutated_rows_are_read_as_somebody_else_reads_them() {
    SplittableRandom random = new SplittableRandom(SEED);
    int compared = 0;
    for (int round = 0; round < ROUNDS; round++) {
      String text =
          new String(mutated("a,\"b \"\"c\"\"\",\"d,e\",f\"g".getBytes(UTF_8), random), UTF_8)
              .replaceAll("[\r\n\uFEFF\u0000]", " ");
      Reading<List<Node.Scalar>> ours = CsvCells.read(Source.of("row", text));
      Optional<List<String>> theirs = theirs(text);
      if (ours instanceof Reading.Sound<List<Node.Scalar>> sound && theirs.isPresent()) {
        compared++;
        assertThat(sound.value().stream().map(Node.Scalar::text))
            .as("seed %d, round %d: %s", SEED, round, text)
            .containsExactlyElementsOf(theirs.get());
      }
    }
    assertThat(compared).as("seed %d", SEED).isGreaterThan(ROUNDS / 10);
  }

  private static Optional<List<String>> theirs(String text) {
    try {
      CsvRecord row =
          CsvReader.builder()
              .skipEmptyLines(false)
              .allowExtraCharsAfterClosingQuote(false)
              .ofSingleCsvRecord(text);
      return Optional.of(row.getFields());
    } catch (RuntimeException refused) {
      return Optional.empty();
    }
  }

  private static void check(IntakeFormat format, byte[] file, int round) {
    assertThatCode(() -> read(format, file))
        .as("%s, seed %d, round %d", format, SEED, round)
        .doesNotThrowAnyException();
  }

  private static void read(IntakeFormat format, byte[] file) throws IOException {
    String[] lines = new String(file, UTF_8).split("\r\n|\r|\n", -1);
    Reading<Intake> opened = Intake.open(format, "fuzz", new ByteArrayInputStream(file));
    if (!(opened instanceof Reading.Sound<Intake> sound)) {
      assertThat(opened.diagnostics()).isNotEmpty().allSatisfy(it -> requirePlace(it, lines));
      return;
    }
    int before = 0;
    Intake intake = sound.value();
    for (Optional<UnreadLine> next = intake.next(); next.isPresent(); next = intake.next()) {
      ReadLine line = next.get().read();
      assertThat(line.number()).isGreaterThan(before).isLessThanOrEqualTo(lines.length);
      before = line.number();
      if (line.proposal() instanceof Reading.Faulty<?> faulty) {
        assertThat(faulty.diagnostics()).allSatisfy(it -> requirePlace(it, lines));
        String json = line.rejected().json();
        assertThat(json).doesNotContain("\n", "\r").startsWith("{\"line\":" + line.number());
        assertThat(IntakeTest.read(IntakeFormat.JSONL, json)).hasSize(1);
      }
    }
  }

  private static void requirePlace(Diagnostic diagnostic, String[] lines) {
    assertThat(diagnostic.text()).startsWith("error[IN-");
    Place place = diagnostic.place();
    assertThat(place == null ? 1 : place.line()).isLessThanOrEqualTo(lines.length);
    if (place != null) {
      String line = diagnostic.source().line(place.line());
      assertThat(place.column() - 1 + place.length())
          .isLessThanOrEqualTo(line.codePointCount(0, line.length()));
    }
  }

  private static List<String> cells(int count, SplittableRandom random) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      cells.add(CELLS.get(random.nextInt(CELLS.size())));
    }
    return cells;
  }

  private static String csv(List<List<String>> rows) {
    StringWriter text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().build(text)) {
      rows.forEach(writer::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static byte[] mutated(byte[] sound, SplittableRandom random) {
    byte[] hostile = HOSTILE.getBytes(UTF_8);
    byte[] bytes = sound.clone();
    for (int i = random.nextInt(5); i > 0 && bytes.length > 0; i--) {
      bytes[random.nextInt(bytes.length)] =
          random.nextBoolean()
              ? bytes[random.nextInt(bytes.length)]
              : hostile[random.nextInt(hostile.length)];
    }
    return bytes;
  }
}
