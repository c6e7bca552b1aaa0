package tribune.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.proof.TreeHash;
import tribune.proof.note.Signer;
import tribune.proof.note.TestKeys;

/** Every bit of the two files of a key, and other keys in their places: nothing is signed then. */
class KeyFlipsTest {
  private static final String ORIGIN = "tribune.local/trail";
  private static final Head HEAD = new Head(1, TreeHash.leaf(new byte[] {1}));

  @TempDir private Path directory;
  private KeyFile file;
  private String verifier;

  @BeforeEach
  void make() throws IOException {
    file = new KeyFile(directory.resolve(KeyFile.NAME));
    verifier = file.make(ORIGIN, new SecureRandom()).verifier().text();
    assertThat(key(Optional.of(verifier)).sign(HEAD).verified().size()).isEqualTo(1);
  }

  @Test
  void a_private_key_with_any_bit_flipped_signs_nothing() throws IOException {
    byte[] pem = Files.readAllBytes(file.pem());
    for (int bit = 0; bit < 8 * pem.length; bit++) {
      Files.write(file.pem(), flipped(pem, bit));
      assertRefused("bit " + bit + " of the private key");
    }
  }

  @Test
  void a_verifier_key_with_any_bit_flipped_is_another_or_reads_the_same() throws IOException {
    byte[] text = Files.readAllBytes(file.verifierFile());
    int same = 0;
    for (int bit = 0; bit < 8 * text.length; bit++) {
      Files.write(file.verifierFile(), flipped(text, bit));
      if (readsTheSame()) {
        same++;
      } else {
        assertRefused("bit " + bit + " of the verifier key");
      }
    }
    assertThat(same).as("another blank for the line feed at its end").isEqualTo(1);
  }

  private boolean readsTheSame() {
    try {
      return file.verifierText().equals(Optional.of(verifier));
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void another_private_key_signs_nothing_alone_or_with_its_own_verifier_key() throws IOException {
    Files.write(file.pem(), TestKeys.key(9).pem());
    assertRefused("another private key");
    file.publish(Signer.ofNotes(ORIGIN, TestKeys.key(9)).verifier());
    assertThatThrownBy(() -> key(Optional.of(verifier)).sign(HEAD)).isInstanceOf(KeyRefused.class);
  }

  @Test
  void cut_files_sign_nothing() throws IOException {
    byte[] pem = Files.readAllBytes(file.pem());
    for (int length = 0; length < pem.length; length++) {
      Files.write(file.pem(), Arrays.copyOf(pem, length));
      assertRefused("the private key cut to " + length);
    }
    Files.write(file.pem(), pem);
    Files.write(file.verifierFile(), new byte[0]);
    assertRefused("an empty verifier key");
  }

  /** Neither where a checkpoint says which key it was, nor where only the file beside it does. */
  private void assertRefused(String what) {
    assertThatThrownBy(() -> key(Optional.of(verifier)).sign(HEAD))
        .as(what)
        .isInstanceOf(KeyRefused.class);
    assertThatThrownBy(() -> key(Optional.empty()).sign(HEAD))
        .as(what + ", before anything was signed")
        .isInstanceOf(KeyRefused.class);
  }

  private TrailKey key(Optional<String> known) {
    TrailKey key = new TrailKey(Optional.of(new KeyPlace.At(file.pem())), new SecureRandom());
    key.belongTo(ORIGIN, known);
    return key;
  }

  private static byte[] flipped(byte[] bytes, int bit) {
    byte[] flipped = bytes.clone();
    flipped[bit / 8] ^= (byte) (1 << bit % 8);
    return flipped;
  }
}
