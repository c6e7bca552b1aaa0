package tribune.proof.note;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tribune.proof.ProofRefused;

class SigningKeyTest {
  private static final HexFormat HEX = HexFormat.of();

  /** RFC 8410, section 10.3. */
  private static final String PEM =
      """
      -----BEGIN PRIVATE KEY-----
      MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
      -----END PRIVATE KEY-----
      """;

  /** RFC 8032, section 7.1, tests 1 to 3. */
  @ParameterizedTest
  @CsvSource({
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
        + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
        + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
        + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
        + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
        + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
        + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,"
        + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
        + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
  })
  void known_seeds_have_their_known_keys_and_signatures(
      String seed, String publicKey, String message, String signature) {
    SigningKey key = SigningKey.ofSeed(HEX.parseHex(seed));
    assertThat(HEX.formatHex(key.publicKey())).isEqualTo(publicKey);
    assertThat(HEX.formatHex(key.sign(HEX.parseHex(message)))).isEqualTo(signature);
    assertThat(key.toString()).contains(publicKey).doesNotContain(seed);
  }

  @Test
  void a_known_file_is_read_and_written_again() {
    SigningKey key = SigningKey.ofPem(PEM.getBytes(US_ASCII));
    assertThat(HEX.formatHex(key.publicKey()))
        .isEqualTo("19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1");
    assertThat(key.pem()).isEqualTo(PEM.getBytes(US_ASCII));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n",
        "-----BEGIN PRIVATE KEY-----\n\n-----END PRIVATE KEY-----\n",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"
      })
  void other_texts_are_no_key(String text) {
    assertThatThrownBy(() -> SigningKey.ofPem(text.getBytes(US_ASCII)))
        .isInstanceOf(ProofRefused.class);
  }

  @Test
  void no_other_spelling_of_a_key_is_read_and_none_is_shown() {
    for (String bent :
        new String[] {
          PEM.replace("\n", "\r\n"),
          PEM.trim(),
          PEM + "\n",
          " " + PEM,
          PEM.replace("MC4CAQAw", "MC4C\nAQAw"),
          PEM.replace("PRIVATE", "ENCRYPTED PRIVATE"),
          PEM.replace("MC4CAQAw", "MC4CAQEw"),
          PEM.replace("VhC\n", "VhCAAAA\n")
        }) {
      assertThatThrownBy(() -> SigningKey.ofPem(bent.getBytes(US_ASCII)))
          .isInstanceOf(ProofRefused.class)
          .hasMessageNotContaining("INTuctv5");
    }
  }

  @Test
  void every_seed_comes_back_from_its_file() {
    SplittableRandom random = new SplittableRandom(5);
    for (int round = 0; round < 100; round++) {
      byte[] seed = new byte[32];
      random.nextBytes(seed);
      SigningKey key = SigningKey.ofSeed(seed);
      SigningKey again = SigningKey.ofPem(key.pem());
      byte[] message = {(byte) round};
      VerifierKey verifier = Signer.ofNotes("a", again).verifier();
      assertThat(verifier.verifies(message, key.sign(message))).as("round " + round).isTrue();
    }
  }

  @Test
  void new_keys_differ() {
    SecureRandom random = new SecureRandom();
    assertThat(SigningKey.generate(random).publicKey())
        .isNotEqualTo(SigningKey.generate(random).publicKey());
  }

  @Test
  void no_change_of_a_signature_passes() {
    VerifierKey verifier = TestKeys.log().verifier();
    byte[] message = {1, 2, 3};
    byte[] good = TestKeys.log().sign(message);
    assertThat(verifier.verifies(message, good)).isTrue();
    for (int bit = 0; bit < 512; bit++) {
      byte[] bent = good.clone();
      bent[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(verifier.verifies(message, bent)).as("bit " + bit).isFalse();
    }
    for (int length = 0; length < 70; length++) {
      boolean whole = length == 64;
      assertThat(verifier.verifies(message, Arrays.copyOf(good, length)))
          .as("length " + length)
          .isEqualTo(whole);
    }
    assertThat(verifier.verifies(new byte[] {1, 2}, good)).isFalse();
  }
}
