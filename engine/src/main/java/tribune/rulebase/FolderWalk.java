package tribune.rulebase;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tribune.document.Diagnostic;
import tribune.document.Source;

/**
 * Looks for the files of a rule base below one directory. Follows no link to a folder, and a link
 * to a file only if it ends within the directory; looks only where such files can be, so that much
 * else beside them costs no time; opens nothing. For use once.
 */
final class FolderWalk extends SimpleFileVisitor<Path> {
  private static final int LIMIT_DEPTH = 10;

  /** How many files and folders are looked at, whatever they are. */
  private static final int LIMIT_SEEN = 20_000;

  /** What Emacs puts beside a file while it is being edited: a link to nowhere. */
  private static final String LOCK = ".#";

  private final Path directory;
  private final Path root;
  private final SortedMap<String, Path> found = new TreeMap<>();
  private final List<Diagnostic> refused = new ArrayList<>();
  private int seen;

  private FolderWalk(Path directory, Path root) {
    this.directory = directory;
    this.root = root;
  }

  /**
   * Looks once.
   *
   * @param directory may be a link, since the user named it
   * @throws IOException if a folder cannot be read
   */
  static FolderWalk of(Path directory) throws IOException {
    FolderWalk walk = new FolderWalk(directory, directory.toRealPath());
    Files.walkFileTree(walk.root, EnumSet.noneOf(FileVisitOption.class), LIMIT_DEPTH + 1, walk);
    return walk;
  }

  /** The files by their names in the directory, and where they lie in it without any link. */
  SortedMap<String, Path> found() {
    return found;
  }

  /** What cannot be taken, and why. */
  List<Diagnostic> refused() {
    return refused;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return folder.equals(root) || RuleBaseFiles.mayHold(name(folder))
        ? counted()
        : FileVisitResult.SKIP_SUBTREE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    String name = name(file);
    if (attributes.isSymbolicLink()) {
      link(file, name);
    } else if (attributes.isDirectory()) {
      deepest(name);
    } else if (RuleBaseFiles.isRead(name)) {
      file(file, name, attributes);
    }
    return counted();
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
    String name = name(file);
    if (file.equals(root) || RuleBaseFiles.mayHold(name) || RuleBaseFiles.isRead(name)) {
      throw failure;
    }
    return counted();
  }

  private FileVisitResult counted() {
    seen++;
    if (seen > LIMIT_SEEN || found.size() > RuleBaseFiles.LIMIT_FILES) {
      refused.add(RuleBaseFiles.tooLarge(directory.toString(), "it has too many files"));
      return FileVisitResult.TERMINATE;
    }
    return FileVisitResult.CONTINUE;
  }

  private void file(Path file, String name, BasicFileAttributes attributes) {
    if (attributes.isRegularFile()) {
      found.put(name, inDirectory(file));
    } else {
      refuse(name, "this is no file that can be read to its end, but a device, a pipe or a socket");
    }
  }

  private void link(Path link, String name) throws IOException {
    if (requireNonNull(link.getFileName(), "below the root").toString().startsWith(LOCK)) {
      return;
    }
    boolean isFolder = Files.isDirectory(link);
    if (isFolder && RuleBaseFiles.mayHold(name)) {
      refuse(name, "this is a link to a folder, and links to folders are not followed");
    } else if (!isFolder && RuleBaseFiles.isRead(name)) {
      if (!Files.exists(link)) {
        refuse(name, "this is a link to nowhere");
      } else if (!Files.isRegularFile(link) || !link.toRealPath().startsWith(root)) {
        refuse(name, "this is a link that leads out of the rule base");
      } else {
        found.put(name, inDirectory(link.toRealPath()));
      }
    }
  }

  private void deepest(String name) {
    if (RuleBaseFiles.mayHold(name)) {
      refused.add(
          RuleBaseFiles.tooLarge(
              directory.resolve(name).toString(),
              "folders stand in each other more than " + LIMIT_DEPTH + " deep"));
    }
  }

  private void refuse(String name, String message) {
    refused.add(
        Diagnostic.of(
                RuleBaseCode.OUT_OF_PLACE,
                Source.of(directory.resolve(name).toString(), ""),
                message)
            .note("put the file itself in its place, or take this away"));
  }

  private Path inDirectory(Path real) {
    return directory.resolve(root.relativize(real));
  }

  private String name(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }
}
