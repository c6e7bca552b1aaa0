package tribune.trail;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The bytes of a journal. Used by one thread. */
public interface JournalFile extends Closeable {
  /** How long it is. */
  long size() throws IOException;

  /** Reads at least one byte from this place on; -1 at the end. */
  int read(ByteBuffer into, long position) throws IOException;

  /** Writes all of these bytes from this place on. */
  void write(ByteBuffer bytes, long position) throws IOException;

  /** Returns when all that was written is on the disk. */
  void force() throws IOException;

  /** Cuts off what is beyond this length. */
  void truncate(long size) throws IOException;

  /** How much more the disk takes. */
  long usableBytes() throws IOException;
}
