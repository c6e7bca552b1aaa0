package tribune.shell.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import tribune.document.Reading;
import tribune.intake.Intake;
import tribune.intake.IntakeFormat;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Invocation;

/** The file of many proposals that a line names, or standard input. */
public final class ImportFile implements AutoCloseable {
  private static final String STANDARD_INPUT = "-";

  private final String name;
  private final InputStream stream;
  private final IntakeFormat format;
  private final Optional<Path> path;

  private ImportFile(String name, InputStream stream, IntakeFormat format, Optional<Path> path) {
    this.name = name;
    this.stream = stream;
    this.format = format;
    this.path = path;
  }

  /**
   * Opens it.
   *
   * @param stated the format that the user wants; else the name of the file tells
   * @throws CommandFailed if it cannot be read, or nobody says in which format it is
   */
  public static ImportFile open(String named, Optional<String> stated, Invocation invocation) {
    boolean isStream = named.equals(STANDARD_INPUT);
    IntakeFormat format =
        stated
            .flatMap(IntakeFormat::of)
            .or(() -> isStream ? Optional.empty() : IntakeFormat.of(named))
            .orElseThrow(() -> unknownFormat(isStream ? "standard input" : named));
    if (isStream) {
      InputStream in = invocation.input().open();
      return new ImportFile("standard input", in, format, Optional.empty());
    }
    Path file = Path.of(named);
    try {
      return new ImportFile(
          file.toString(), Files.newInputStream(regular(file)), format, Optional.of(file));
    } catch (NoSuchFileException e) {
      throw ProposalFiles.missing(file);
    } catch (IOException e) {
      throw ProposalFiles.unreadable(file, e);
    }
  }

  private static Path regular(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new CommandFailed(
          ExitCode.USAGE, file + " is a directory", "import one file at a time");
    }
    return file;
  }

  private static CommandFailed unknownFormat(String name) {
    return new CommandFailed(
        ExitCode.USAGE,
        "what format " + name + " has is not known",
        "say --format jsonl or --format csv",
        "for proposals in files of their own there is `audit FILE...`");
  }

  /**
   * Begins to read it.
   *
   * @throws CommandFailed if its header is faulty; its diagnostics have been printed
   */
  public Intake intake(Invocation invocation) {
    try {
      Reading<Intake> intake = Intake.open(format, name, stream);
      return SessionRules.sound(
          intake, invocation, "the columns have mistakes; nothing was imported");
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** As messages call it. */
  public String name() {
    return name;
  }

  /** Where it is; empty for standard input. */
  public Optional<Path> path() {
    return path;
  }

  /** How many bytes it has, if that is known. */
  public OptionalLong bytes() {
    try {
      return path.isPresent() && Files.isRegularFile(path.get())
          ? OptionalLong.of(Files.size(path.get()))
          : OptionalLong.empty();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  /** That it cannot be read any further. */
  public CommandFailed unreadable(IOException failure) {
    return new CommandFailed(
        ExitCode.USAGE, name + " cannot be read: " + FileTrouble.reason(failure));
  }

  @Override
  public void close() {
    try {
      if (path.isPresent()) {
        stream.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
