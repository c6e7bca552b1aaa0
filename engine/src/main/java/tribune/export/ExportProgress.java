package tribune.export;

/** Told how far an export is, or the check of one, by the thread that does it. */
public interface ExportProgress {
  /** Says nothing. */
  ExportProgress SILENT =
      new ExportProgress() {
        @Override
        public void record(long done, long total) {}

        @Override
        public void begins(String step) {}
      };

  /**
   * Called after each record; may throw to stop, and then nothing is exported.
   *
   * @param total how many records there will be
   */
  void record(long done, long total);

  /**
   * Called before something that counts no records and may take long; may throw to stop as well.
   *
   * @param step such as {@code finishing xlsx}
   */
  void begins(String step);
}
