package tribune.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Writes the formats of an export again from its records and compares every byte with the files
 * that are there. Used by one thread.
 */
final class Rederivation implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final int SHOWN = 60;

  private final Path export;
  private final List<FormatWriter> writers = new ArrayList<>();
  private final List<InputStream> open = new ArrayList<>();

  /**
   * @param formats those that can be written from what the export holds
   */
  Rederivation(Path export, ExportManifest manifest, List<ExportFormat> formats)
      throws IOException {
    this.export = export;
    ExportContext context = manifest.context();
    for (ExportFormat format : formats) {
      writers.add(format.begin(context, path -> listed(path, format.pieces(), manifest)));
    }
  }

  /** A file, and the list of its pieces, which exports of older versions do not have. */
  private ExportFile listed(String path, Pieces pieces, ExportManifest manifest)
      throws IOException {
    OutputStream compared = compared(path, pieces);
    Optional<String> list = pieces.listOf(path).filter(it -> manifest.file(it).isPresent());
    OutputStream out =
        list.isEmpty()
            ? compared
            : new ListedOutput(
                compared,
                pieces,
                new ExportFile(list.get(), "", compared(list.get(), Pieces.LINES), entry -> {}));
    return new ExportFile(path, "", out, entry -> {});
  }

  private OutputStream compared(String path, Pieces pieces) throws IOException {
    if (!Files.isRegularFile(export.resolve(path))) {
      throw new ExportUnsound(path, "no such file", "a file made of these records");
    }
    InputStream in = new BufferedInputStream(Files.newInputStream(export.resolve(path)), BUFFER);
    open.add(in);
    return new Compared(path, pieces, in);
  }

  void add(ExportRow row) throws IOException {
    for (FormatWriter writer : writers) {
      writer.add(row);
    }
  }

  void finish() throws IOException {
    for (FormatWriter writer : writers) {
      writer.finish();
    }
  }

  @Override
  public void close() throws IOException {
    for (FormatWriter writer : writers) {
      writer.close();
    }
    for (InputStream in : open) {
      in.close();
    }
  }

  /** Takes the bytes that should be there and compares them with those that are. */
  private static final class Compared extends OutputStream {
    private final String path;
    private final Pieces pieces;
    private final InputStream in;
    private long bytes;
    private long lines;

    Compared(String path, Pieces pieces, InputStream in) {
      this.path = path;
      this.pieces = pieces;
      this.in = in;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] some, int offset, int length) throws IOException {
      byte[] expected = Arrays.copyOfRange(some, offset, offset + length);
      byte[] found = in.readNBytes(length);
      int same = Arrays.mismatch(expected, found);
      count(expected, same < 0 ? length : same);
      if (same >= 0) {
        throw new ExportUnsound(where(), shown(found, same), shown(expected, same));
      }
    }

    private void count(byte[] some, int end) {
      bytes += end;
      for (int i = 0; i < end; i++) {
        lines += some[i] == '\n' ? 1 : 0;
      }
    }

    private String where() {
      return pieces.where(path, pieces == Pieces.BLOCKS ? bytes / Pieces.BLOCK_BYTES : lines);
    }

    private static String shown(byte[] bytes, int from) {
      if (from >= bytes.length) {
        return "the end of the file";
      }
      String text =
          new String(bytes, from, Math.min(SHOWN, bytes.length - from), UTF_8)
              .replaceAll("[^ -~]", "?");
      return "'" + text + "'";
    }

    @Override
    public void close() throws IOException {
      try (in) {
        if (in.read() >= 0) {
          throw new ExportUnsound(where(), "more", "the end of the file");
        }
      }
    }
  }
}
