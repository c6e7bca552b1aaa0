package tribune.export.xlsx;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import tribune.document.Sha256;

/** What is compressed comes back from the inflater of the platform. */
class DeflateTest {
  private static final long SEED = 41_977L;
  private static final int ROUNDS = Integer.getInteger("tribune.deflate", 300);

  @Test
  void it_comes_back() throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = some(random);
      assertThat(inflated(deflated(bytes, random)))
          .as("seed %s round %s, %s bytes", SEED, round, bytes.length)
          .isEqualTo(bytes);
    }
  }

  @Test
  void how_it_is_handed_in_changes_nothing() throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    byte[] bytes = sheet(400_000);
    byte[] once = deflated(bytes, random);
    assertThat(deflated(bytes, random)).isEqualTo(once);
    assertThat(once.length).isLessThan(bytes.length / 6);
  }

  @Test
  void the_bytes_are_these_on_every_machine() throws IOException {
    byte[] packed = deflated(sheet(300_000), new SplittableRandom(SEED));
    assertThat(Sha256.hex(packed))
        .isEqualTo("27af8f1e1cf72a5be5c6e792853d46bed464d7d318ccbb4ca772a22ef05de63e");
  }

  private static byte[] some(SplittableRandom random) {
    byte[] bytes = new byte[random.nextInt(5) == 0 ? random.nextInt(400_000) : random.nextInt(600)];
    int alphabet = 1 + random.nextInt(256);
    for (int i = 0; i < bytes.length; i++) {
      boolean isCopy = i > 0 && random.nextInt(8) > 0;
      bytes[i] = isCopy ? bytes[i - 1 - (i - 1) % (1 + i / 3)] : (byte) random.nextInt(alphabet);
    }
    return bytes;
  }

  private static byte[] sheet(int length) {
    StringBuilder text = new StringBuilder();
    for (int row = 1; text.length() < length; row++) {
      text.append(
          "<row r=\"" + row + "\"><c r=\"A" + row + "\" t=\"n\"><v>" + row * 7 + "</v></c>");
      text.append("<c r=\"B" + row + "\" t=\"inlineStr\"><is><t>LTR-01</t></is></c></row>");
    }
    return text.substring(0, length).getBytes(US_ASCII);
  }

  private static byte[] deflated(byte[] bytes, SplittableRandom random) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Deflate deflate = new Deflate(out);
    for (int i = 0; i < bytes.length; ) {
      int length = Math.min(1 + random.nextInt(100_000), bytes.length - i);
      deflate.write(bytes, i, length);
      i += length;
    }
    deflate.finish();
    return out.toByteArray();
  }

  private static byte[] inflated(byte[] packed) throws IOException {
    try (InflaterInputStream in =
        new InflaterInputStream(new ByteArrayInputStream(packed), new Inflater(true))) {
      return in.readAllBytes();
    }
  }
}
