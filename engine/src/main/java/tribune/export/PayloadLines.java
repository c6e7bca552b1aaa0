package tribune.export;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tribune.trail.Body;
import tribune.trail.Payload;
import tribune.trail.StoredRecord;

/** The facts of an export, read beside its records. Used by one thread. */
final class PayloadLines implements AutoCloseable {
  private static final int MOST = Payload.MAX_BYTES + 200;
  private static final Pattern FORM =
      Pattern.compile(
          "(?s)\\{\"facts\":(.*),\"salt\":\"([0-9a-f]{64})\",\"seq\":(0|[1-9][0-9]*)\\}");

  private final ExportLines lines;
  private long count;

  PayloadLines(Path export) throws IOException {
    this.lines = new ExportLines(export, ExportNames.PAYLOADS, MOST);
  }

  /**
   * The facts of an audit, which is the next one.
   *
   * @throws ExportUnsound if they do not fit its commitment
   */
  Payload next(StoredRecord record, Body.Audited audited) throws IOException {
    byte[] line = lines.next(record.seq(), "the facts of record " + record.seq());
    Matcher parts = FORM.matcher(new String(line, ISO_8859_1)); // a character a byte
    if (!parts.matches()) {
      throw lines.unsound("another form", "{\"facts\":...,\"salt\":\"64 hex\",\"seq\":n}");
    }
    if (!parts.group(3).equals(Long.toString(record.seq()))) {
      throw lines.unsound("facts of record " + parts.group(3), "those of record " + record.seq());
    }
    byte[] facts = parts.group(1).getBytes(ISO_8859_1);
    if (facts.length != audited.facts().bytes()) {
      throw lines.unsound(
          facts.length + " bytes of facts", audited.facts().bytes() + " as recorded");
    }
    Payload payload = Payload.of(facts, HexFormat.of().parseHex(parts.group(2)));
    if (!payload.commitment().equals(audited.facts().commitment())) {
      throw lines.unsound(
          "facts and salt with commitment " + payload.commitment(),
          audited.facts().commitment() + " as recorded");
    }
    count++;
    return payload;
  }

  long count() {
    return count;
  }

  void requireEnd() throws IOException {
    lines.requireEnd();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
