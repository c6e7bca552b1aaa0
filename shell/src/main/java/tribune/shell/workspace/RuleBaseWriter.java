package tribune.shell.workspace;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.ExitCode;
import tribune.trail.StoredRuleBase;

/**
 * Writes a rule base of the trail as a directory, byte for byte: whole or not at all. Stateless.
 */
public final class RuleBaseWriter {
  private RuleBaseWriter() {}

  /**
   * Writes it.
   *
   * @param to a directory that is not there yet; those above it are made
   * @throws CommandFailed if it is there, or cannot be written
   */
  public static void write(StoredRuleBase ruleBase, Path to) {
    if (Files.exists(to)) {
      throw new CommandFailed(
          ExitCode.USAGE, to + " is there already; nothing was written", "name a new directory");
    }
    try {
      Path absolute = to.toAbsolutePath().normalize();
      Path parent = requireNonNull(absolute.getParent(), "the root is there");
      Files.createDirectories(parent);
      Path part = Files.createTempDirectory(parent, ".checkout-");
      try {
        writeFiles(ruleBase, part);
        Files.move(part, absolute, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        remove(part);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new CommandFailed(
          ExitCode.REFUSED, to + " cannot be written: " + FileTrouble.reason(e));
    }
  }

  private static void writeFiles(StoredRuleBase ruleBase, Path directory) throws IOException {
    for (Map.Entry<String, byte[]> file : ruleBase.files().entrySet()) {
      Path path = directory.resolve(file.getKey()).normalize();
      if (!path.startsWith(directory)) {
        throw new IOException("a path that leads out of it: " + file.getKey());
      }
      Files.createDirectories(requireNonNull(path.getParent(), "below the directory"));
      Files.write(path, file.getValue(), StandardOpenOption.CREATE_NEW);
    }
  }

  private static void remove(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
