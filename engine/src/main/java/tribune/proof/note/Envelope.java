package tribune.proof.note;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tribune.proof.Fault;
import tribune.proof.ProofRefused;
import tribune.proof.text.Spelling;

/**
 * A statement with one signature, as a DSSE envelope in JSON. Signed is {@code DSSEv1}, the
 * lengths, the type and the statement, so that no signature of a checkpoint is one of a statement.
 * Written in one way: the members in order, without white space, one newline at the end; anything
 * else is refused. Immutable. Source: DSSE 1.0, "Protocol" and "Envelope".
 */
public final class Envelope {
  private static final String WHAT = "envelope";
  private static final Pattern FORM =
      Pattern.compile(
          "\\{\"payload\":\"([A-Za-z0-9+/=]*)\",\"payloadType\":\"([a-z0-9.+/-]+)\","
              + "\"signatures\":\\[\\{\"keyid\":\"([^\"\\\\\\p{Cntrl}]+)\","
              + "\"sig\":\"([A-Za-z0-9+/=]{88})\"\\}\\]\\}\n");

  private final String type;
  private final byte[] statement;
  private final String keyId;
  private final byte[] signature;

  private Envelope(String type, byte[] statement, String keyId, byte[] signature) {
    this.type = requireNonNull(type, "type");
    this.statement = statement;
    this.keyId = keyId;
    this.signature = signature;
  }

  /**
   * Signs a statement.
   *
   * @param type its media type: lower-case letters, digits and {@code . + / -}
   */
  public static Envelope sign(String type, byte[] statement, Signer signer) {
    return new Envelope(
        type, statement.clone(), id(signer.verifier()), signer.sign(signed(type, statement)));
  }

  /**
   * Reads what {@link #bytes} writes; the signature is not checked.
   *
   * @throws ProofRefused if it is not that
   */
  public static Envelope parse(byte[] bytes) {
    Matcher parts = FORM.matcher(new String(bytes, UTF_8));
    if (!parts.matches()) {
      throw malformed("another form");
    }
    byte[] statement = base64(parts.group(1));
    return new Envelope(parts.group(2), statement, parts.group(3), base64(parts.group(4)));
  }

  private static byte[] base64(String text) {
    return Spelling.base64(text).orElseThrow(() -> malformed("another spelling of base64"));
  }

  private static ProofRefused malformed(String found) {
    return ProofRefused.of(
        Fault.MALFORMED, "%s: found %s, expected a DSSE envelope with one signature", WHAT, found);
  }

  /**
   * The statement, if that key signed it as one of that type.
   *
   * @throws ProofRefused if not
   */
  public byte[] verifiedBy(VerifierKey key, String expectedType) {
    if (!type.equals(expectedType)) {
      throw ProofRefused.of(
          Fault.MALFORMED, "%s: found type %s, expected %s", WHAT, type, expectedType);
    }
    if (!keyId.equals(id(key))) {
      throw ProofRefused.of(
          Fault.NOT_SIGNED,
          "%s: found a signature of %s, expected one of %s",
          WHAT,
          keyId,
          id(key));
    }
    if (!key.verifies(signed(type, statement), signature)) {
      throw ProofRefused.of(
          Fault.BAD_SIGNATURE,
          "%s: found a signature that does not hold, expected one of %s",
          WHAT,
          key);
    }
    return statement.clone();
  }

  /** The file. */
  public byte[] bytes() {
    String text =
        "{\"payload\":\""
            + Spelling.base64(statement)
            + "\",\"payloadType\":\""
            + type
            + "\",\"signatures\":[{\"keyid\":\""
            + keyId
            + "\",\"sig\":\""
            + Spelling.base64(signature)
            + "\"}]}\n";
    return text.getBytes(UTF_8);
  }

  /** The name and the id of a key; a name has no blank, and one with a quote is escaped. */
  private static String id(VerifierKey key) {
    return key.name().replaceAll("[\"\\\\]", "_") + "+" + key.idText();
  }

  /** What the signature is over: the pre-authentication encoding of DSSE. */
  private static byte[] signed(String type, byte[] statement) {
    byte[] head =
        ("DSSEv1 " + type.length() + " " + type + " " + statement.length + " ").getBytes(US_ASCII);
    return Bytes.joined(head, statement);
  }

  @Override
  public String toString() {
    return "envelope of " + statement.length + " bytes signed by " + keyId;
  }
}
