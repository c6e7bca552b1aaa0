package tribune.proof.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tribune.proof.Fault;
import tribune.proof.ProofRefused;

class VerifierKeyTest {
  /** From the note vector of the Go module golang.org/x/mod/sumdb/note. */
  static final String KNOWN =
      "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

  @Test
  void a_known_key_is_read_and_written_again() {
    VerifierKey key = VerifierKey.parse(KNOWN);
    assertThat(key.name()).isEqualTo("example.com/foo");
    assertThat(key.type()).isEqualTo(KeyType.NOTE);
    assertThat(key.idText()).isEqualTo("530d903a");
    assertThat(key.text()).isEqualTo(KNOWN);
    assertThat(VerifierKey.of(key.name(), key.type(), key.publicKey())).isEqualTo(key);
  }

  @Test
  void the_same_bytes_have_another_id_under_another_name_or_type() {
    byte[] raw = TestKeys.key(1).publicKey();
    VerifierKey key = VerifierKey.of("a", KeyType.NOTE, raw);
    assertThat(VerifierKey.of("b", KeyType.NOTE, raw).idText()).isNotEqualTo(key.idText());
    assertThat(VerifierKey.of("a", KeyType.COSIGNATURE, raw).idText()).isNotEqualTo(key.idText());
    assertThat(VerifierKey.of("a", KeyType.COSIGNATURE, raw)).isNotEqualTo(key);
  }

  @Test
  void a_key_that_states_another_id_is_refused() {
    assertThatThrownBy(() -> VerifierKey.parse(KNOWN.replace("530d903a", "530d903b")))
        .isInstanceOfSatisfying(
            ProofRefused.class, e -> assertThat(e.fault()).isEqualTo(Fault.KEY_ID_MISMATCH))
        .hasMessage(
            "verifier key: found key id \"530d903b\", expected 530d903a for this name and key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.com/foo",
        "example.com/foo+530d903a",
        "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\n",
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2",
        "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+AP//////////////////////////////////////////",
        "example.com/foo +530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
      })
  void other_texts_are_no_key(String text) {
    assertThatThrownBy(() -> VerifierKey.parse(text)).isInstanceOf(ProofRefused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a b",
        "a+b",
        "a\u00a0b",
        "a\u2003b",
        "a\u3000b",
        "a\u2028b",
        "a\nb",
        "a\tb",
        "a\u0000b",
        "a\u0085b",
        "a\u007fb",
        "a\u009bb",
        "a\ud800"
      })
  void a_name_has_no_blanks_plus_signs_or_control_characters(String name) {
    assertThatThrownBy(() -> Signer.ofNotes(name, TestKeys.key(1)))
        .isInstanceOf(ProofRefused.class)
        .hasMessageContaining("expected a name of 1 to 255 bytes");
  }

  @Test
  void a_name_may_be_255_bytes_long_and_no_longer() {
    assertThat(Signer.ofNotes("\u00e4".repeat(127) + "x", TestKeys.key(1))).isNotNull();
    assertThatThrownBy(() -> Signer.ofNotes("\u00e4".repeat(128), TestKeys.key(1)))
        .isInstanceOf(ProofRefused.class);
  }

  @ParameterizedTest
  @CsvSource({
    // The y coordinate is the prime or more: another spelling of a smaller one.
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    // No x belongs to this y.
    "0200000000000000000000000000000000000000000000000000000000000000",
    // Small order: anybody can sign under these.
    "0100000000000000000000000000000000000000000000000000000000000000",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa"
  })
  void bytes_that_are_no_usable_point_are_refused(String hex) {
    byte[] raw = HexFormat.of().parseHex(hex);
    assertThatThrownBy(() -> VerifierKey.of("a", KeyType.NOTE, raw))
        .isInstanceOf(ProofRefused.class)
        .hasMessage(
            "verifier key: found 32 bytes that are no usable point, expected an Ed25519 public key");
  }
}
