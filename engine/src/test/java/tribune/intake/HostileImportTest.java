package tribune.intake;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tribune.decision.Proposal;
import tribune.document.Reading;
import tribune.export.HostileTexts;

/** Texts that have broken other people's imports are facts like any other, or are refused. */
class HostileImportTest {
  static final List<String> texts = HostileTexts.ALL;

  @ParameterizedTest
  @FieldSource("texts")
  void a_text_comes_in_as_it_is_or_is_rejected_at_its_place(String text) throws IOException {
    ReadLine object = IntakeTest.read(IntakeFormat.JSONL, jsonl(text)).get(0);
    ReadLine row = IntakeTest.read(IntakeFormat.CSV, csv(text)).get(0);
    for (ReadLine line : List.of(object, row)) {
      if (line.proposal() instanceof Reading.Sound<Proposal> sound) {
        assertThat(String.valueOf(sound.value().decision().summary()))
            .isEqualTo(text.isBlank() ? "null" : text.strip().replace("\r\n", "\n"));
      } else {
        assertThat(line.rejected().texts().get(0)).contains("--> file:" + line.number());
        assertThat(line.rejected().json())
            .doesNotContainPattern(
                "[\\p{Cntrl}\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff]");
      }
    }
  }

  @Test
  void most_of_them_are_facts_like_any_other() throws IOException {
    List<String> accepted = new ArrayList<>();
    for (String text : texts) {
      if (IntakeTest.read(IntakeFormat.CSV, csv(text)).get(0).proposal()
          instanceof Reading.Sound<Proposal>) {
        accepted.add(text);
      }
    }
    assertThat(accepted).contains("=cmd|' /C calc'!A0", "''").hasSizeGreaterThan(15);
  }

  private static String jsonl(String text) {
    StringBuilder json =
        new StringBuilder(
            "{\"decision\":{\"id\":\"A\",\"title\":\"t\",\"kind\":\"POLICY\",\"summary\":");
    JsonText.append(json, text);
    return json.append("}}").toString();
  }

  private static String csv(String text) throws IOException {
    StringWriter file = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().build(file)) {
      writer.writeRecord("decision.id", "decision.title", "decision.kind", "decision.summary");
      writer.writeRecord("A", "t", "POLICY", text);
    }
    return file.toString();
  }
}
