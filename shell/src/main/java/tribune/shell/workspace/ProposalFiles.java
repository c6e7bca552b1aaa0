package tribune.shell.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import tribune.decision.Proposal;
import tribune.decision.ProposalReader;
import tribune.document.NearestName;
import tribune.document.Reading;
import tribune.document.Source;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Invocation;

/**
 * Reads the proposals that a line names: files, patterns such as {@code decisions/*.yaml}, and
 * {@code -} for standard input. If one of them is faulty, all mistakes of all files are reported
 * and none is used.
 */
public final class ProposalFiles {
  /** How many bytes are read of a file; one more than it may have, so that too many is noticed. */
  private static final int READ_BYTES = Source.LIMIT_BYTES + 1;

  private static final String STANDARD_INPUT = "-";

  private ProposalFiles() {}

  /**
   * The proposals, in the order in which they are named.
   *
   * @throws CommandFailed if a file cannot be read or a proposal is faulty
   */
  public static List<Proposal> read(List<String> names, Invocation invocation) {
    List<Reading<Proposal>> readings = new ArrayList<>();
    for (String name : names) {
      if (name.equals(STANDARD_INPUT)) {
        readings.add(standardInput(invocation));
      } else {
        matching(name).forEach(file -> readings.add(file(file)));
      }
    }
    List<Reading<Proposal>> faulty = readings.stream().filter(ProposalFiles::isFaulty).toList();
    if (faulty.isEmpty()) {
      return readings.stream().map(reading -> SessionRules.sound(reading, invocation, "")).toList();
    }
    for (Reading<Proposal> reading : faulty) {
      String text = reading.fold(sound -> "", Reading.Faulty::text);
      invocation.messages().verbatim(text.lines().toList());
      invocation.messages().verbatim(List.of(""));
    }
    throw new CommandFailed(
        ExitCode.USAGE,
        faulty.size() == 1 && readings.size() == 1
            ? "the proposal has mistakes; nothing was audited"
            : faulty.size()
                + " of "
                + readings.size()
                + " proposals have mistakes; nothing was audited",
        "correct what is shown above and audit again");
  }

  private static boolean isFaulty(Reading<Proposal> reading) {
    return reading.fold(sound -> false, faulty -> true);
  }

  private static Reading<Proposal> standardInput(Invocation invocation) {
    try (InputStream in = invocation.input().open()) {
      return read("standard input", in);
    } catch (IOException e) {
      throw new CommandFailed(
          ExitCode.USAGE, "standard input cannot be read: " + FileTrouble.reason(e));
    }
  }

  private static Reading<Proposal> file(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return read(file.toString(), in);
    } catch (NoSuchFileException e) {
      throw missing(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  static CommandFailed unreadable(Path file, IOException failure) {
    return Files.isDirectory(file)
        ? new CommandFailed(
            ExitCode.USAGE,
            file + " is a directory",
            "name its files, for example '" + file.resolve("*.yaml") + "'")
        : new CommandFailed(
            ExitCode.USAGE, file + " cannot be read: " + FileTrouble.reason(failure));
  }

  private static Reading<Proposal> read(String name, InputStream in) throws IOException {
    return Source.decode(name, in.readNBytes(READ_BYTES)).then(ProposalReader::read);
  }

  /** The files of a pattern, by name; a file that bears the very name comes before a pattern. */
  private static List<Path> matching(String name) {
    Path path = path(name);
    if (!name.matches(".*[*?\\[{].*") || Files.exists(path)) {
      return List.of(path);
    }
    Path directory = Optional.ofNullable(path.getParent()).orElse(Path.of(""));
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(directory, String.valueOf(path.getFileName()))) {
      files.forEach(file -> addUnlessDirectory(file, found));
    } catch (IOException e) {
      throw new CommandFailed(
          ExitCode.USAGE, directory + " cannot be searched: " + FileTrouble.reason(e));
    } catch (DirectoryIteratorException e) {
      throw new CommandFailed(
          ExitCode.USAGE, directory + " cannot be searched: " + FileTrouble.reason(e));
    } catch (PatternSyntaxException e) {
      throw new CommandFailed(ExitCode.USAGE, name + " is no pattern: " + e.getDescription());
    }
    if (found.isEmpty()) {
      throw new CommandFailed(
          ExitCode.USAGE,
          "no file matches " + name,
          "patterns match within one directory: decisions/*.yaml");
    }
    return found.stream().sorted().toList();
  }

  private static void addUnlessDirectory(Path file, List<Path> found) {
    if (!Files.isDirectory(file)) {
      found.add(file);
    }
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new CommandFailed(ExitCode.USAGE, name + " is no path: " + e.getReason());
    }
  }

  static CommandFailed missing(Path file) {
    String what = "there is no file " + file;
    return nearest(file)
        .map(near -> new CommandFailed(ExitCode.USAGE, what, "did you mean " + near + "?"))
        .orElseGet(
            () -> new CommandFailed(ExitCode.USAGE, what, "`template KIND` prints a blank one"));
  }

  private static Optional<Path> nearest(Path file) {
    Path directory = Optional.ofNullable(file.getParent()).orElse(Path.of("."));
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      files.forEach(it -> names.add(String.valueOf(it.getFileName())));
    } catch (IOException e) {
      return Optional.empty();
    }
    return NearestName.to(String.valueOf(file.getFileName()), names).map(file::resolveSibling);
  }
}
