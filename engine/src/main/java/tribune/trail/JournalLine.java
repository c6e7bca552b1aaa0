package tribune.trail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tribune.proof.Hash;

/**
 * One line of a journal: a word that says what it is, then parts, each after a tab, then a line
 * feed. Canonical JSON has no raw tab and no raw line feed, so lines never need escapes.
 *
 * <pre>
 * record    LEAF  SALT or -  FACTS or -  RECORD
 * file      PATH  BYTES in base64
 * checkpoint  SIZE  KEY  NOTE in base64
 * rulebase  SHA256  NUMBER OF FILES  NAME  VERSION
 * seal      SIZE BEFORE  SIZE AFTER  ROOT AFTER  OFFSET OF THE FIRST LINE OF THE BATCH
 * </pre>
 */
sealed interface JournalLine {
  /** How long a line may be, in bytes; a file in base64 is the longest. */
  int MAX_BYTES = 2 * 1024 * 1024;

  /** A record with its payload. */
  record RecordLine(Hash leaf, @Nullable Payload payload, Bytes bytes) implements JournalLine {}

  /** A file of the rule base whose line follows. */
  record FileLine(String path, Bytes bytes) implements JournalLine {}

  /** The rule base of all files since the last one. */
  record RuleBaseLine(RuleBaseRef ref, int files) implements JournalLine {}

  /** What the trail signed over the records before it. */
  record CheckpointLine(StoredCheckpoint checkpoint) implements JournalLine {}

  /** The end of a batch: what stands between two seals was made durable together or not at all. */
  record SealLine(long first, Head head, long start) implements JournalLine {}

  /** Appends the line, line feed included. */
  static void write(JournalLine line, ByteArrayOutputStream out) {
    if (line instanceof RecordLine record) {
      Payload payload = record.payload();
      parts(
          out,
          text("record"),
          text(record.leaf().hex()),
          text(payload == null ? "-" : HexFormat.of().formatHex(payload.salt())),
          payload == null ? text("-") : payload.facts(),
          record.bytes().toArray());
    } else if (line instanceof FileLine file) {
      parts(
          out, text("file"), text(file.path()), Base64.getEncoder().encode(file.bytes().toArray()));
    } else if (line instanceof RuleBaseLine ruleBase) {
      parts(
          out,
          text("rulebase"),
          text(ruleBase.ref().sha256().hex()),
          text(Integer.toString(ruleBase.files())),
          text(ruleBase.ref().name()),
          text(ruleBase.ref().version()));
    } else if (line instanceof CheckpointLine signed) {
      StoredCheckpoint checkpoint = signed.checkpoint();
      parts(
          out,
          text("checkpoint"),
          text(Long.toString(checkpoint.size())),
          text(checkpoint.key()),
          Base64.getEncoder().encode(checkpoint.note().toArray()));
    } else if (line instanceof SealLine seal) {
      parts(
          out,
          text("seal"),
          text(Long.toString(seal.first())),
          text(Long.toString(seal.head().size())),
          text(seal.head().root().hex()),
          text(Long.toString(seal.start())));
    }
  }

  /**
   * What a line says.
   *
   * @param line without its line feed
   * @throws IllegalArgumentException if it is no such line
   */
  static JournalLine read(byte[] line) {
    JournalLine result = parsed(line);
    ByteArrayOutputStream again = new ByteArrayOutputStream(line.length + 1);
    write(result, again);
    if (!Arrays.equals(again.toByteArray(), 0, again.size() - 1, line, 0, line.length)) {
      throw new IllegalArgumentException("a line that is not written the one way it can be");
    }
    return result;
  }

  private static JournalLine parsed(byte[] line) {
    List<byte[]> parts = parts(line);
    String word = text(parts, 0);
    return switch (word) {
      case "record" -> record(requireParts(parts, 5));
      case "file" -> {
        requireParts(parts, 3);
        yield new FileLine(text(parts, 1), Bytes.of(Base64.getDecoder().decode(parts.get(2))));
      }
      case "rulebase" -> {
        requireParts(parts, 5);
        RuleBaseRef ref =
            new RuleBaseRef(Hash.ofHex(text(parts, 1)), text(parts, 3), text(parts, 4));
        yield new RuleBaseLine(ref, Integer.parseInt(text(parts, 2)));
      }
      case "checkpoint" -> {
        requireParts(parts, 4);
        Bytes note = Bytes.of(Base64.getDecoder().decode(parts.get(3)));
        yield new CheckpointLine(new StoredCheckpoint(number(parts, 1), text(parts, 2), note));
      }
      case "seal" -> {
        requireParts(parts, 5);
        Head head = new Head(number(parts, 2), Hash.ofHex(text(parts, 3)));
        yield new SealLine(number(parts, 1), head, number(parts, 4));
      }
      default -> throw new IllegalArgumentException("a line that begins with no known word");
    };
  }

  private static RecordLine record(List<byte[]> parts) {
    Hash leaf = Hash.ofHex(text(parts, 1));
    String salt = text(parts, 2);
    if (salt.equals("-")) {
      return new RecordLine(leaf, null, Bytes.of(parts.get(4)));
    }
    Payload payload = Payload.of(parts.get(3), HexFormat.of().parseHex(salt));
    return new RecordLine(leaf, payload, Bytes.of(parts.get(4)));
  }

  private static void parts(ByteArrayOutputStream out, byte[]... parts) {
    for (int i = 0; i < parts.length; i++) {
      out.writeBytes(parts[i]);
      out.write(i < parts.length - 1 ? '\t' : '\n');
    }
  }

  private static List<byte[]> parts(byte[] line) {
    List<byte[]> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= line.length; i++) {
      if (i == line.length || line[i] == '\t') {
        parts.add(Arrays.copyOfRange(line, start, i));
        start = i + 1;
      }
    }
    return parts;
  }

  private static List<byte[]> requireParts(List<byte[]> parts, int count) {
    if (parts.size() != count) {
      throw new IllegalArgumentException(
          "a " + text(parts, 0) + " line of " + parts.size() + " parts instead of " + count);
    }
    return parts;
  }

  private static long number(List<byte[]> parts, int index) {
    return Long.parseLong(text(parts, index));
  }

  private static byte[] text(String text) {
    return text.getBytes(UTF_8);
  }

  private static String text(List<byte[]> parts, int index) {
    return new String(parts.get(index), UTF_8);
  }
}
