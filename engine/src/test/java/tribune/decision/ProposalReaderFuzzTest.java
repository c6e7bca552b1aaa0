package tribune.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tribune.document.CanonicalJson;
import tribune.document.Diagnostic;
import tribune.document.Place;
import tribune.document.Reading;
import tribune.document.Source;
import tribune.schema.RecordWriter;

class ProposalReaderFuzzTest {
  private static final long SEED = 7;
  private static final List<Kind> KINDS = List.of(Kind.values());
  private static final int ROUNDS = 800;

  @Test
  void mutated_proposals_are_read_or_refused_with_places_inside_the_text() {
    RandomProposals proposals = new RandomProposals(SEED);
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] sound = CanonicalJson.write(RecordWriter.json(proposals.any()));
      byte[] bytes = mutated(sound, random);
      assertThatCode(() -> read(bytes))
          .as("seed %d, round %d", SEED, round)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void templates_with_lines_left_out_repeated_or_swapped_are_read_or_refused() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < ROUNDS / 10; round++) {
      Kind kind = KINDS.get(random.nextInt(KINDS.size()));
      byte[] bytes = shuffled(ProposalTemplate.of(kind, ProposalTemplateTest.EVERYTHING), random);
      assertThatCode(() -> read(bytes))
          .as("seed %d, round %d", SEED, round)
          .doesNotThrowAnyException();
    }
  }

  private static void read(byte[] bytes) {
    Reading<Proposal> reading = Source.decode("fuzz", bytes).then(ProposalReader::read);
    for (Diagnostic diagnostic : reading.diagnostics()) {
      Place place = diagnostic.place();
      if (place != null) {
        String line = diagnostic.source().line(place.line());
        assertThat(place.column() - 1 + place.length())
            .isLessThanOrEqualTo(line.codePointCount(0, line.length()));
      }
      assertThat(diagnostic.text()).startsWith("error[IN-");
    }
  }

  private static byte[] mutated(byte[] sound, SplittableRandom random) {
    byte[] bytes = sound.clone();
    for (int i = random.nextInt(5); i >= 0; i--) {
      int at = random.nextInt(bytes.length);
      bytes[at] =
          random.nextBoolean()
              ? bytes[random.nextInt(bytes.length)]
              : (byte) (' ' + random.nextInt(95));
    }
    return bytes;
  }

  private static byte[] shuffled(String template, SplittableRandom random) {
    String[] lines =
        template.lines().filter(l -> !l.strip().startsWith("#")).toArray(String[]::new);
    for (int i = random.nextInt(6); i >= 0; i--) {
      int at = random.nextInt(lines.length);
      int other = random.nextInt(lines.length);
      String line = lines[at];
      lines[at] = random.nextBoolean() ? "" : lines[other] + (random.nextBoolean() ? " x" : "");
      lines[other] = random.nextBoolean() ? line : lines[other].strip();
    }
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }
}
