package tribune.trail;

import java.io.IOException;
import java.nio.file.Path;

/** Where journals are kept; tests put one here that fails. */
@FunctionalInterface
public interface Disk {
  /** Opens a journal that is there, for reading and writing. */
  JournalFile open(Path file) throws IOException;

  /** The disk of this machine. */
  static Disk ofThisMachine() {
    return ChannelFile::open;
  }
}
