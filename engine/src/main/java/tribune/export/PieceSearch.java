package tribune.export;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the first piece in which a file is another one than its list says, and whether it was
 * edited, added or taken out. Reads both once. Used by one thread.
 */
final class PieceSearch implements AutoCloseable {
  private final String path;
  private final Pieces pieces;
  private final ExportLines list;
  private Optional<Mismatch> mismatch = Optional.empty();
  private Optional<ExportUnsound> found = Optional.empty();
  private long index;

  /** A piece and what is listed there, before it is known what comes next. */
  private record Mismatch(String hash, String shown, String listed, Optional<String> listedNext) {}

  private PieceSearch(Path export, String path, Pieces pieces, String list) throws IOException {
    this.path = path;
    this.pieces = pieces;
    this.list = new ExportLines(export, list, Pieces.HASH_DIGITS);
  }

  /**
   * The first piece that is another one.
   *
   * @param list the path of the list, which is as it was signed
   * @return empty if the file has every piece that is listed, and no other
   */
  static Optional<ExportUnsound> in(Path export, String path, Pieces pieces, String list)
      throws IOException {
    try (PieceSearch search = new PieceSearch(export, path, pieces, list)) {
      search.run(export);
      return search.found;
    }
  }

  /**
   * The first line of a list that is another one.
   *
   * @param path of the file, which is as it was signed
   */
  static Optional<ExportUnsound> inList(Path export, String path, Pieces pieces, String list)
      throws IOException {
    try (PieceSearch search = new PieceSearch(export, path, pieces, list)) {
      search.run(export);
      return search.found.map(
          it ->
              new ExportUnsound(
                  Pieces.LINES.where(list, search.index),
                  "what is no hash of " + it.where(),
                  "a list that fits " + path));
    }
  }

  private void run(Path export) throws IOException {
    try (InputStream in = Files.newInputStream(export.resolve(path));
        OutputStream cutter = new PieceCutter(pieces, this::compare)) {
      in.transferTo(cutter);
    }
    end();
  }

  private void compare(String hash, PieceCutter piece) throws IOException {
    if (found.isPresent()) {
      return;
    }
    if (mismatch.isPresent()) {
      found = Optional.of(unsound(mismatch.get(), Optional.of(hash)));
      return;
    }
    Optional<String> listed = listed();
    if (listed.isEmpty()) {
      found = Optional.of(unsound(more(piece.shown()), "the end of the file"));
    } else if (listed.get().equals(hash)) {
      index++;
    } else {
      mismatch = Optional.of(new Mismatch(hash, piece.shown(), listed.get(), listed()));
    }
  }

  private void end() throws IOException {
    if (found.isPresent()) {
      return;
    }
    found =
        mismatch.isPresent()
            ? mismatch.map(it -> unsound(it, Optional.empty()))
            : listed().map(listed -> unsound("the end of the file", expected(listed)));
  }

  private Optional<String> listed() throws IOException {
    return list.hasNext()
        ? Optional.of(new String(list.next(-1, "a hash"), ISO_8859_1))
        : Optional.empty();
  }

  private ExportUnsound unsound(Mismatch at, Optional<String> next) {
    boolean isTakenOut = at.listedNext().equals(Optional.of(at.hash()));
    boolean isAdded = next.equals(Optional.of(at.listed()));
    if (isTakenOut && !isAdded) {
      return unsound(
          "the " + pieces.noun() + " that follows, " + at.shown(),
          "one before it, " + expected(at.listed()));
    }
    return unsound(isAdded && !isTakenOut ? more(at.shown()) : at.shown(), expected(at.listed()));
  }

  private ExportUnsound unsound(String what, String expected) {
    return new ExportUnsound(pieces.where(path, index), what, expected);
  }

  private String more(String shown) {
    return "a " + pieces.noun() + " more, " + shown;
  }

  private String expected(String listed) {
    return "a " + pieces.noun() + " with SHA-256 " + listed + "... as listed";
  }

  @Override
  public void close() throws IOException {
    list.close();
  }
}
