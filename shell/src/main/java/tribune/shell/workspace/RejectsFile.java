package tribune.shell.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tribune.intake.RejectedLine;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.ExitCode;

/**
 * The rejected lines of an import, as a file that can be mended and imported. It is written under
 * another name and gets its own at the end. No file is written over: one that another import left
 * stays, and this one gets a number. One that the same import left, whole or interrupted, is
 * replaced by what is longer. Without a rejected line there is no file.
 */
public final class RejectsFile implements AutoCloseable {
  private static final int MOST_NUMBERS = 1_000;
  private static final String ENDING = ".jsonl";

  private final Path wanted;
  private @Nullable Path draft;
  private @Nullable Writer writer;

  /**
   * @param wanted its name
   */
  public RejectsFile(Path wanted) {
    this.wanted = wanted;
  }

  /** The name that it gets if nobody says another one. */
  public static Path beside(Path imported) {
    return imported.resolveSibling(imported.getFileName() + ".rejects" + ENDING);
  }

  /**
   * Adds these, a line each.
   *
   * @throws CommandFailed if they cannot be written
   */
  public void add(List<RejectedLine> rejected) {
    try {
      for (RejectedLine line : rejected) {
        opened().write(line.json() + "\n");
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /**
   * Gives the file its name.
   *
   * @return where it is, if there is one
   * @throws CommandFailed if it cannot be written
   */
  public Optional<Path> keep() {
    Path written = draft;
    if (written == null) {
      return Optional.empty();
    }
    try {
      opened().close();
      writer = null;
      draft = null;
      return Optional.of(moved(written));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private Writer opened() throws IOException {
    Writer open = writer;
    if (open == null) {
      Path directory = Optional.ofNullable(wanted.getParent()).orElse(Path.of(""));
      draft = Files.createTempFile(directory, wanted.getFileName() + ".", ".part");
      open = Files.newBufferedWriter(draft, UTF_8);
      writer = open;
    }
    return open;
  }

  private Path moved(Path written) throws IOException {
    for (int number = 1; number <= MOST_NUMBERS; number++) {
      Path name = numbered(number);
      if (!Files.exists(name)) {
        return Files.move(written, name);
      }
      long difference = Files.mismatch(written, name);
      if (difference < 0 || difference == Files.size(written)) {
        Files.delete(written);
        return name;
      }
      if (difference == Files.size(name)) {
        return Files.move(written, name, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return written;
  }

  private Path numbered(int number) {
    String name = String.valueOf(wanted.getFileName());
    if (number == 1) {
      return wanted;
    }
    String stem = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    return wanted.resolveSibling(stem + "." + number + ENDING);
  }

  private CommandFailed unwritable(IOException failure) {
    return new CommandFailed(
        ExitCode.REFUSED,
        "rejected lines cannot be written to " + wanted + ": " + FileTrouble.reason(failure),
        "name another place with --rejects and import again: what is recorded is passed over");
  }

  @Override
  public void close() {
    try {
      if (writer != null) {
        writer.close();
      }
      if (draft != null) {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }
}
