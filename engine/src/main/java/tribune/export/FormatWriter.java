package tribune.export;

import java.io.IOException;

/**
 * Writes the files of one format, record by record, so that memory does not grow with them. Used by
 * one thread.
 */
public interface FormatWriter extends AutoCloseable {
  /** The next record; they come in the order of the trail. */
  void add(ExportRow row) throws IOException;

  /** There are no more: writes what stands at the end and closes its files. */
  void finish() throws IOException;

  /** Lets go of what it holds beside its files; called after {@link #finish}, or without it. */
  @Override
  default void close() throws IOException {}
}
