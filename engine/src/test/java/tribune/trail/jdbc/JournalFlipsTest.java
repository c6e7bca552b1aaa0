package tribune.trail.jdbc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static tribune.trail.jdbc.TrailContract.assertSound;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.trail.Trail;
import tribune.trail.TrailUnsound;

/** Single bits of a journal, changed at random. */
class JournalFlipsTest {
  private static final String HEADER = "tribune journal 1\n";

  private TestHome home;
  private byte[] journal;

  @BeforeEach
  void record(@TempDir Path directory) throws IOException {
    home = new TestHome(directory.resolve("home"));
    NineRecords.in(home, 5);
    journal = Files.readAllBytes(home.journal());
  }

  @Test
  void every_flipped_bit_is_found_and_the_first_bad_record_named() throws IOException {
    SplittableRandom random = Flips.random();
    String text = new String(journal, ISO_8859_1);
    try (Trail trail = home.open();
        RandomAccessFile file = new RandomAccessFile(home.journal().toFile(), "rw")) {
      for (int round = 0; round < Flips.many(2_500); round++) {
        int bit = random.nextInt(8 * HEADER.length(), 8 * journal.length);
        int at = bit / 8;
        put(file, at, journal[at] ^ 1 << bit % 8);
        Optional<Noticed> noticed = Noticed.inOpen(trail);
        String where = Flips.at(round, "bit " + bit % 8 + " of byte " + at + " of the journal");
        assertThat(noticed).as(where).isPresent();
        assertThat(noticed.get().first().seq()).as("%s: %s", where, noticed).isPresent();
        requireRight(text, at, noticed.get().first().seq().getAsLong(), where);
        put(file, at, journal[at]);
      }
      assertSound(trail);
    }
  }

  /**
   * A checkpoint and a seal stand after their record: where one cannot be read, the record is said
   * to be bad that should have come next.
   */
  private static void requireRight(String journal, int at, long named, String where) {
    int start = journal.lastIndexOf('\n', at - 1) + 1;
    long before =
        journal.substring(0, start).lines().filter(line -> line.startsWith("record\t")).count();
    if (journal.startsWith("checkpoint", start) || journal.startsWith("seal", start)) {
      assertThat(named).as(where).isBetween(before - 1, before);
    } else {
      assertThat(named).as(where).isEqualTo(before);
    }
  }

  @Test
  void a_header_that_was_changed_is_refused_by_whoever_opens_the_trail() throws IOException {
    for (int at = 0; at < HEADER.length(); at++) {
      Files.write(home.journal(), Flips.flipped(journal, 8 * at + at % 8));
      assertThat(catchThrowableOfType(TrailUnsound.class, home::open).unsoundness().seq())
          .as("byte %d", at)
          .hasValue(0);
    }
  }

  private static void put(RandomAccessFile file, int at, int value) throws IOException {
    file.seek(at);
    file.write(value);
  }
}
