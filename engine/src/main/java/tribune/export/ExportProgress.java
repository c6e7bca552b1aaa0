package tribune.export;

/** Told how an export goes. */
public interface ExportProgress {
  /** Says nothing. */
  ExportProgress SILENT = (written, total) -> {};

  /**
   * Called after each record; may throw to stop, and then nothing is exported.
   *
   * @param total how many records there will be
   */
  void written(long written, long total);
}
