package tribune.export.xlsx;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tribune.export.ExportRefused;

/**
 * Writes a workbook again so that its bytes follow from what is in it: no time, neither in the
 * entries nor in the properties, and compressed by {@link Deflate}. Texts keep the white space at
 * their ends. Source: APPNOTE 6.3.3, ISO/IEC 21320-1. Used by one thread.
 */
final class PlainZip {
  private static final String PROPERTIES = "docProps/core.xml";
  private static final String SHEETS = "xl/worksheets/";
  private static final String NO_TIME =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><cp:coreProperties"
          + " xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
          + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:creator>Tribune</dc:creator>"
          + "</cp:coreProperties>";

  private static final int LOCAL = 0x04034b50;
  private static final int DESCRIPTOR = 0x08074b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final short VERSION = 20;

  /** Sizes follow the data; names are UTF-8. */
  private static final short FLAGS = 0x0808;

  private static final short DEFLATED = 8;

  /** 1 January 1980, the first day there is. */
  private static final int FIRST_DAY = 0x0021_0000;

  private static final long MAX_BYTES = 0xffff_ffffL;

  private final OutputStream out;
  private final List<byte[]> directory = new ArrayList<>();
  private long written;

  /** The bytes of one entry before they are compressed. */
  private static final class Part extends OutputStream {
    private final Deflate deflate;
    private final CRC32 crc = new CRC32();
    private long size;

    Part(Deflate deflate) {
      this.deflate = deflate;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] some, int offset, int length) throws IOException {
      deflate.write(some, offset, length);
      crc.update(some, offset, length);
      size += length;
    }
  }

  private PlainZip(OutputStream out) {
    this.out = out;
  }

  /**
   * Copies all of it.
   *
   * @param to not closed
   * @throws ExportRefused if something in it is longer than 4 GiB
   */
  static void rewrite(Path draft, OutputStream to) throws IOException {
    PlainZip zip = new PlainZip(to);
    try (ZipFile from = new ZipFile(draft.toFile(), UTF_8)) {
      for (ZipEntry entry : Collections.list(from.entries())) {
        try (InputStream in =
            entry.getName().equals(PROPERTIES)
                ? new ByteArrayInputStream(NO_TIME.getBytes(UTF_8))
                : from.getInputStream(entry)) {
          zip.entry(entry.getName(), in);
        }
      }
    }
    zip.finish();
  }

  private void entry(String name, InputStream in) throws IOException {
    byte[] path = name.getBytes(US_ASCII);
    long start = written;
    write(little(30 + path.length).putInt(LOCAL).put(common(0, 0, 0, path)).put(path).array());
    long begin = written;
    Part part = new Part(new Deflate(counted()));
    in.transferTo(name.startsWith(SHEETS) ? new SpaceKept(part) : part);
    part.deflate.finish();
    long packed = written - begin;
    requireShort(Math.max(part.size, written));
    int sum = (int) part.crc.getValue();
    int size = (int) part.size;
    write(little(16).putInt(DESCRIPTOR).putInt(sum).putInt((int) packed).putInt(size).array());
    directory.add(
        little(46 + path.length)
            .putInt(CENTRAL)
            .putShort(VERSION)
            .put(common(sum, packed, part.size, path))
            .put(new byte[10])
            .putInt((int) start)
            .put(path)
            .array());
  }

  /** What both headers of an entry have. */
  private static byte[] common(int crc, long packed, long size, byte[] path) {
    return little(26)
        .putShort(VERSION)
        .putShort(FLAGS)
        .putShort(DEFLATED)
        .putInt(FIRST_DAY)
        .putInt(crc)
        .putInt((int) packed)
        .putInt((int) size)
        .putShort((short) path.length)
        .putShort((short) 0)
        .array();
  }

  private void finish() throws IOException {
    long start = written;
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    directory.forEach(all::writeBytes);
    requireShort(start + all.size());
    write(all.toByteArray());
    short entries = (short) directory.size();
    write(
        little(22)
            .putInt(END)
            .putInt(0)
            .putShort(entries)
            .putShort(entries)
            .putInt(all.size())
            .putInt((int) start)
            .putShort((short) 0)
            .array());
  }

  private static void requireShort(long bytes) {
    if (bytes > MAX_BYTES) {
      throw new ExportRefused(
          "the workbook would be longer than 4 GiB, which spreadsheet programs do not open; export"
              + " csv or jsonl, or choose fewer records or columns");
    }
  }

  private OutputStream counted() {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] some, int offset, int length) throws IOException {
        out.write(some, offset, length);
        written += length;
      }
    };
  }

  private void write(byte[] bytes) throws IOException {
    out.write(bytes);
    written += bytes.length;
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
