package tribune.export.xlsx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tribune.export.Cell;

/** Rows of a table that wait in a file until it is their turn. Used by one thread. */
final class WaitingRows implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final DataOutputStream out;
  private long count;

  /** A row as it is read back. */
  private final class Rows implements Iterator<List<Cell>> {
    private final DataInputStream in;
    private long next;

    Rows() throws IOException {
      this.in =
          new DataInputStream(
              new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file)), BUFFER));
    }

    @Override
    public boolean hasNext() {
      return next < count;
    }

    @Override
    public List<Cell> next() {
      if (!hasNext()) {
        throw new NoSuchElementException("row " + next + " of " + count);
      }
      try {
        int size = in.readInt();
        List<Cell> row = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
          row.add(cell(in));
        }
        if (++next == count) {
          in.close();
        }
        return row;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  WaitingRows(Path file) throws IOException {
    this.file = file;
    this.out =
        new DataOutputStream(
            new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file)), BUFFER));
  }

  void add(List<Cell> row) throws IOException {
    out.writeInt(row.size());
    for (Cell cell : row) {
      write(cell);
    }
    count++;
  }

  private void write(Cell cell) throws IOException {
    if (cell instanceof Cell.Text text) {
      byte[] bytes = text.plain().getBytes(UTF_8);
      out.writeByte('t');
      out.writeInt(bytes.length);
      out.write(bytes);
    } else if (cell instanceof Cell.Whole whole) {
      out.writeByte('n');
      out.writeLong(whole.value());
    } else if (cell instanceof Cell.Time time) {
      out.writeByte('i');
      out.writeLong(time.value().toEpochMilli());
    } else if (cell instanceof Cell.Day day) {
      out.writeByte('d');
      out.writeLong(day.value().toEpochDay());
    } else {
      out.writeByte('-');
    }
  }

  private static Cell cell(DataInputStream in) throws IOException {
    char kind = (char) in.readUnsignedByte();
    return switch (kind) {
      case 't' -> Cell.of(text(in));
      case 'n' -> Cell.of(in.readLong());
      case 'i' -> Cell.of(Instant.ofEpochMilli(in.readLong()));
      case 'd' -> Cell.of(LocalDate.ofEpochDay(in.readLong()));
      default -> Cell.NONE;
    };
  }

  private static String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("found " + bytes.length + " bytes of a text, expected " + length);
    }
    return new String(bytes, UTF_8);
  }

  /** All of them, in the order in which they came; nothing can be added any more. */
  Iterator<List<Cell>> all() throws IOException {
    out.close();
    return new Rows();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
