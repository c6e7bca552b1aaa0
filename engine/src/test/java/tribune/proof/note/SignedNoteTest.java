package tribune.proof.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tribune.proof.Fault;
import tribune.proof.ProofRefused;

class SignedNoteTest {
  private static final String TEXT = "This is an example message.\n";
  private static final String LINE =
      "\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH"
          + "3mFXmRKuwHjG1Yu72IneyaQM=\n";
  private static final String KNOWN = TEXT + "\n" + LINE;

  private static final VerifierKey KEY = VerifierKey.parse(VerifierKeyTest.KNOWN);

  @Test
  void a_known_note_is_verified_by_its_key() {
    SignedNote note = parse(KNOWN);
    assertThat(note.text()).isEqualTo(TEXT);
    assertThat(note.isSignedBy(KEY)).isTrue();
    assertThat(note.bytes()).isEqualTo(KNOWN.getBytes(UTF_8));
  }

  @Test
  void another_text_under_a_known_signature_is_refused() {
    SignedNote note = parse(KNOWN.replace("example message", "other message"));
    assertThatThrownBy(() -> note.isSignedBy(KEY))
        .isInstanceOfSatisfying(
            ProofRefused.class, e -> assertThat(e.fault()).isEqualTo(Fault.BAD_SIGNATURE));
  }

  @Test
  void signatures_of_unknown_keys_are_kept_and_mean_nothing() {
    Signer other = Signer.ofNotes("example.com/other", TestKeys.key(2));
    SignedNote note = SignedNote.sign(TEXT, other);
    SignedNote both = note.with(parse(KNOWN).signatures().get(0));
    assertThat(note.isSignedBy(KEY)).isFalse();
    assertThat(both.isSignedBy(KEY)).isTrue();
    assertThat(both.isSignedBy(other.verifier())).isTrue();
    assertThat(parse(new String(both.bytes(), UTF_8))).isEqualTo(both);
    assertThat(both.with(both.signatures().get(1))).isSameAs(both);
  }

  @Test
  void a_name_alone_or_an_id_alone_is_another_key() {
    Signer sameName = Signer.ofNotes("example.com/foo", TestKeys.key(2));
    assertThat(SignedNote.sign(TEXT, sameName).isSignedBy(KEY)).isFalse();
    SignedNote sameId = parse(KNOWN.replace("\u2014 example.com/foo ", "\u2014 example.com/bar "));
    assertThat(sameId.isSignedBy(KEY)).isFalse();
  }

  @Test
  void one_bad_line_of_a_key_spoils_a_good_one() {
    SignedNote good = parse(KNOWN);
    SignedNote bad = SignedNote.sign("other\n", TestKeys.log());
    SignedNote log = SignedNote.sign(TEXT, TestKeys.log()).with(bad.signatures().get(0));
    assertThat(good.isSignedBy(TestKeys.log().verifier())).isFalse();
    assertThatThrownBy(() -> log.isSignedBy(TestKeys.log().verifier()))
        .isInstanceOf(ProofRefused.class);
  }

  @Test
  void the_last_empty_line_ends_the_text() {
    String text = "first\n\n\u2014 no signature\n\nlast\n";
    SignedNote note = SignedNote.sign(text, TestKeys.log());
    assertThat(parse(new String(note.bytes(), UTF_8)).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "text\n",
        "text\n\n",
        "text\n\n\n",
        LINE,
        "\n" + LINE,
        TEXT + LINE,
        TEXT + "\n" + LINE + "\n",
        TEXT + "\n" + LINE + "more\n",
        TEXT + "\n-" + LINE,
        TEXT + "\n\u2014  example.com/foo AAAAAAA=\n",
        TEXT + "\n\u2014 example.com/foo  AAAAAAA=\n",
        TEXT + "\n\u2014 example.com/foo AAAAAAA= \n",
        TEXT + "\n\u2014 example.com/foo AAAAAA==\n",
        TEXT + "\n\u2014 example.com/foo AAAAAAB=\n",
        TEXT + "\n\u2014 example.com/foo AAAAAAA\n",
        TEXT + "\n\u2014 example+com AAAAAAA=\n",
        TEXT + "\n\u2014 a\u00a0b AAAAAAA=\n",
        TEXT + "\r\n" + LINE,
        "te\u0000xt\n\n" + LINE,
        "te\txt\n\n" + LINE
      })
  void other_texts_are_no_note(String text) {
    assertThatThrownBy(() -> parse(text)).isInstanceOf(ProofRefused.class);
  }

  @Test
  void a_note_has_at_most_64_signatures() {
    String line = "\u2014 a AAAAAAA=\n";
    assertThat(parse(TEXT + "\n" + line.repeat(64)).signatures()).hasSize(64);
    assertThatThrownBy(() -> parse(TEXT + "\n" + line.repeat(65)))
        .hasMessage("signed note: found more than 64 signatures");
    assertThatThrownBy(
            () -> parse(TEXT + "\n" + line.repeat(64)).with(parse(KNOWN).signatures().get(0)))
        .isInstanceOf(ProofRefused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "text", "text\r\n", "a\ud800\n"})
  void a_text_that_no_note_can_have_is_not_signed(String text) {
    assertThatThrownBy(() -> SignedNote.sign(text, TestKeys.log()))
        .isInstanceOf(ProofRefused.class);
  }

  @Test
  void a_key_of_a_witness_neither_signs_nor_verifies_notes() {
    Signer witness = TestKeys.witness(1);
    assertThatThrownBy(() -> SignedNote.sign(TEXT, witness))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> parse(KNOWN).isSignedBy(witness.verifier()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static SignedNote parse(String text) {
    return SignedNote.parse(text.getBytes(UTF_8));
  }
}
