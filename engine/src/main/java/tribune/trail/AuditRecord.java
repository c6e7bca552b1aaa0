package tribune.trail;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import tribune.document.CanonicalJson;
import tribune.document.Json;
import tribune.document.NotCanonicalJson;

/**
 * One record of the trail. Immutable.
 *
 * <p>Its form is one document of {@link CanonicalJson}, at most {@value #MAX_BYTES} bytes, with the
 * members {@code v}, {@code log}, {@code seq}, {@code type}, {@code at}, {@code actor}, and those
 * of its {@link Body}. Keys are {@code [a-z][A-Za-z0-9]*}: the first design asked for lower case
 * throughout, which was loosened because facts bear the same names in YAML, in DRL and here. A
 * member that is not stated is left out; there is no null.
 *
 * <p>The bytes that were hashed are the record. They are stored as they are and never made anew to
 * check them.
 *
 * @param log the origin name of the trail, such as {@code tribune.local/1f0c9a2e}
 * @param seq its place in the trail, from 0 without a gap
 * @param at when it was written, in whole milliseconds; never before the record before it
 */
public record AuditRecord(String log, long seq, Instant at, Actor actor, Body body) {
  /** The version of the form of a record. */
  public static final int VERSION = 1;

  /** How long a record may be, in bytes. */
  public static final int MAX_BYTES = 65_535;

  public AuditRecord {
    Required.name(log, "log");
    requireNonNull(actor, "actor");
    requireNonNull(body, "body");
    RecordTime.requireWritable(at);
    if (seq < 0 || seq > Json.Whole.MAX) {
      throw new IllegalArgumentException("no such place in a trail: " + seq);
    }
    if (body instanceof Body.Opened != (seq == 0)) {
      throw new IllegalArgumentException(
          "a trail is opened by record 0 and by no other; record " + seq + " is " + body.type());
    }
  }

  /**
   * The record that these bytes are.
   *
   * @throws UnreadableRecord if they are no record, or one of a kind or version that is not known
   */
  public static AuditRecord read(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw new UnreadableRecord("longer than " + MAX_BYTES + " bytes: " + bytes.length);
    }
    try {
      return RecordJson.read(CanonicalJson.read(bytes));
    } catch (NotCanonicalJson | IllegalArgumentException e) {
      throw new UnreadableRecord(String.valueOf(e.getMessage()));
    }
  }

  /** The record as canonical bytes; they may be longer than a record may be. */
  public byte[] bytes() {
    return CanonicalJson.write(toJson());
  }

  public Json.Members toJson() {
    return RecordJson.write(this);
  }
}
