package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import tribune.proof.checkpoint.SignedCheckpoint;
import tribune.proof.note.Signer;
import tribune.proof.note.SigningKey;
import tribune.trail.KeyExchange;
import tribune.trail.OldKey;
import tribune.trail.Samples;
import tribune.trail.Trail;
import tribune.trail.Unsoundness;

/** In a home, where the journal can be forged line by line. */
class HomeRotationTest extends RotationContract {
  private TestHome home;

  @Override
  TestStore store(Path directory) {
    home = new TestHome(directory.resolve("home"));
    return home;
  }

  @Override
  Path key(Trail trail) {
    return home.file("key.pem");
  }

  /** Records 0 to 3; the key is exchanged by 2. */
  private KeyExchange exchanged() {
    try (Trail trail = home.open()) {
      trail.append(Samples.draft("a", 1));
      KeyExchange exchange = trail.rotateKey(Samples.ACTOR, Samples.ENGINE, "because", OldKey.KEPT);
      trail.append(Samples.draft("b", 1));
      return exchange;
    }
  }

  @Test
  void a_checkpoint_after_the_exchange_that_only_the_old_key_signed_is_unsound() throws Exception {
    KeyExchange exchange = exchanged();
    assertThat(firstBad(4, exchange.oldKey(), exchange)).hasValue(3);
  }

  @Test
  void a_checkpoint_of_the_exchange_that_one_key_signed_is_unsound() throws Exception {
    KeyExchange exchange = exchanged();
    assertThat(firstBad(3, exchange.newKey(), exchange)).hasValue(2);
  }

  /** Has the checkpoint over so many records signed by the old key alone, and verifies. */
  private OptionalLong firstBad(long size, String stated, KeyExchange exchange) throws Exception {
    Signer old = signer(exchange.retired().orElseThrow(), exchange);
    Signer now = signer(home.file("key.pem"), exchange);
    Signer alone = stated.equals(exchange.oldKey()) ? old : now;
    List<String> lines = new ArrayList<>();
    long added = 0;
    long pending = 0;
    for (String line : Files.readAllLines(home.journal())) {
      String[] parts = line.split("\t");
      String forged = line;
      if (parts[0].equals("checkpoint") && parts[1].equals(Long.toString(size))) {
        SignedCheckpoint before = SignedCheckpoint.parse(Base64.getDecoder().decode(parts[3]));
        byte[] note = SignedCheckpoint.sign(before.claimed(), alone).bytes();
        forged =
            String.join(
                "\t", "checkpoint", parts[1], stated, Base64.getEncoder().encodeToString(note));
      } else if (parts[0].equals("seal")) {
        forged = line.substring(0, line.lastIndexOf('\t') + 1) + (Long.parseLong(parts[4]) + added);
      }
      // What follows the seal of the changed batch begins elsewhere.
      lines.add(forged);
      pending += forged.length() - line.length();
      if (parts[0].equals("seal")) {
        added = pending;
      }
    }
    Files.write(home.journal(), lines);
    home.deleteIndex();
    try (Trail trail = home.open()) {
      return trail.verify().fold(sound -> OptionalLong.empty(), unsound -> bad(unsound.first()));
    }
  }

  private static OptionalLong bad(Unsoundness first) {
    return first.seq();
  }

  private static Signer signer(Path pem, KeyExchange exchange) throws Exception {
    String origin = exchange.newKey().replaceFirst("\\+.*", "");
    return Signer.ofNotes(origin, SigningKey.ofPem(Files.readAllBytes(pem)));
  }
}
