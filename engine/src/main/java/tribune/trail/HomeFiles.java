package tribune.trail;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Makes directories and files that only their owner can read, and makes sure that their names are
 * on the disk too: a synced file whose name was lost is lost.
 */
public final class HomeFiles {
  private HomeFiles() {}

  /** Makes this directory and those above it, as far as they are not there. */
  public static void makeDirectory(Path directory) throws IOException {
    Path above = directory.getParent();
    if (Files.isDirectory(directory) || above == null) {
      return;
    }
    makeDirectory(above);
    try {
      Files.createDirectory(directory, ownerOnly(directory, "rwx------"));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(directory)) {
        throw e;
      }
    }
    syncDirectory(above);
  }

  /** Makes this file, empty, if it is not there. */
  public static void makeFile(Path file) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    try {
      Files.createFile(file, ownerOnly(file, "rw-------"));
    } catch (FileAlreadyExistsException e) {
      return;
    }
    Path directory = file.getParent();
    if (directory != null) {
      syncDirectory(directory);
    }
  }

  /**
   * Puts these bytes in the place of whatever the file held, in one step: who reads it sees the old
   * or the new, after a crash too. The directory is made if it is not there.
   */
  public static void write(Path file, byte[] bytes) throws IOException {
    Path directory = requireNonNull(file.toAbsolutePath().getParent(), file::toString);
    makeDirectory(directory);
    Path beside =
        Files.createTempFile(
            directory, "." + file.getFileName(), ".new", ownerOnly(directory, "rw-------"));
    try {
      try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
    syncDirectory(directory);
  }

  /** Gives a file another name, in one step. */
  static void move(Path file, Path to) throws IOException {
    Files.move(file, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncDirectory(requireNonNull(to.toAbsolutePath().getParent(), to::toString));
  }

  /** The same, and nobody is to write it any more. */
  static void retire(Path file, Path to) throws IOException {
    move(file, to);
    if (isPosix(to)) {
      Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("r--------"));
    }
  }

  /** Makes sure that the names in this directory are on the disk. */
  public static void syncDirectory(Path directory) throws IOException {
    if (!isPosix(directory)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
    if (!isPosix(path)) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
    };
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
