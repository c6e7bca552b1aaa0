package tribune.shell.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import tribune.anchor.KeptCheckpoint;
import tribune.proof.ProofRefused;
import tribune.proof.checkpoint.SignedCheckpoint;
import tribune.proof.note.VerifierKey;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.ExitCode;
import tribune.shell.line.Invocation;
import tribune.shell.workspace.Workspace;
import tribune.trail.StoredCheckpoint;
import tribune.trail.Trail;

/** Files and keys as the commands of the trail are given them, and what they refuse. */
final class ProofFiles {
  private static final int MAX_BYTES = 4 << 20;

  private ProofFiles() {}

  /** The bytes of a file that a line names. */
  static byte[] read(String name) {
    try (var in = Files.newInputStream(Path.of(name))) {
      return in.readNBytes(MAX_BYTES);
    } catch (NoSuchFileException e) {
      throw new CommandFailed(ExitCode.USAGE, name + " is not there");
    } catch (IOException e) {
      throw new CommandFailed(ExitCode.USAGE, name + " cannot be read: " + e.getMessage());
    }
  }

  /** Writes a file that is not there yet. */
  static void write(String name, byte[] bytes) {
    try {
      Files.write(Path.of(name), bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw new CommandFailed(
          ExitCode.USAGE, name + " is there already", "name a file that is not");
    } catch (IOException e) {
      throw new CommandFailed(ExitCode.REFUSED, name + " cannot be written: " + e.getMessage());
    }
  }

  /**
   * What is checked; whatever does not hold is told with exit code 6.
   *
   * @param advice what to do then
   */
  static <T> T holds(Supplier<T> check, String advice) {
    try {
      return check.get();
    } catch (ProofRefused e) {
      throw new CommandFailed(ExitCode.UNSOUND, String.valueOf(e.getMessage()), advice);
    }
  }

  /** What a file says, read by {@code parser}. */
  static <T> T parsed(String name, Function<byte[], T> parser) {
    byte[] bytes = read(name);
    return holds(() -> parser.apply(bytes), "get " + name + " again from who made it");
  }

  /** A signed checkpoint, alone or as a file of those that are kept. */
  static SignedCheckpoint checkpoint(byte[] bytes) {
    return new String(bytes, UTF_8).startsWith("tribune kept checkpoint")
        ? KeptCheckpoint.parse(bytes).checkpoint()
        : SignedCheckpoint.parse(bytes);
  }

  /** A key that a line states, or a file that holds one. */
  static VerifierKey key(String stated) {
    try {
      boolean isFile = !stated.contains("+") || Files.isRegularFile(Path.of(stated));
      String text = isFile ? new String(read(stated), UTF_8) : stated;
      return VerifierKey.parse(text.strip());
    } catch (ProofRefused e) {
      throw new CommandFailed(
          ExitCode.USAGE,
          String.valueOf(e.getMessage()),
          "write it as `trail status` prints it, or name a file that holds it");
    }
  }

  /** The trail of the line, which must have been begun. */
  static Trail trail(Workspace workspace, Invocation invocation) {
    return required(workspace.trail().existing(invocation), workspace, invocation);
  }

  /** The same, to record in it. */
  static Trail recording(Workspace workspace, Invocation invocation) {
    return required(workspace.trail().recordingIfBegun(invocation), workspace, invocation);
  }

  private static Trail required(Optional<Trail> found, Workspace workspace, Invocation invocation) {
    return found.orElseThrow(
        () ->
            new CommandFailed(
                ExitCode.USAGE,
                "there is no trail in " + workspace.trail().place(invocation),
                "name its place with --home or --store; `audit FILE` begins one"));
  }

  /** A checkpoint that must be there. */
  static StoredCheckpoint signed(Optional<StoredCheckpoint> found) {
    return found.orElseThrow(
        () ->
            new CommandFailed(
                ExitCode.REFUSED,
                "nothing that covers this is signed yet",
                "the next record is recorded with a checkpoint over all before it"));
  }
}
