package tribune.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tribune.bench.Program.Run;

/** Measures the commands that read or write a whole history, as a user runs them. */
@AmbientInput("a benchmark is its own main program")
final class CommandBench {
  private static final Path PAGE = Path.of("docs/performance.md");
  private static final String HOW =
      "Every command is a process of its own, from start to exit, with a heap of 256 MB, run once."
          + " The records of exports are audits of twelve findings, some 1.5 KB each with their facts;"
          + " import, replay and backtest go over the real decisions of `fixtures/decisions`, again"
          + " and again under other ids, with the shipped rule base. Memory is the most that the process"
          + " had of the machine's, which is more than its heap; processor time is that of all"
          + " threads; written is what lay on the disk then.";
  private static final int REAL_DECISIONS = 20_000;
  private static final String HEAP = "256m";
  private static final List<String> FORMATS =
      List.of("jsonl", "csv", "xlsx", "html", "markdown", "junit", "oscal");

  /** Of the others, both verifiers do the same work. */
  private static final List<String> VERIFIED = List.of("jsonl", "csv");

  private static final List<Integer> DONE = List.of(0);
  private static final List<Integer> ANY_VERDICT = List.of(0, 3, 4);

  private final long records;
  private final Path directory;
  private final Program tribune;
  private final String home;
  private final Figures figures =
      new Figures(
          PAGE, HOW, "command", "records", "wall", "processor", "rate", "memory", "written");

  /**
   * @param records how many the home has
   * @param home with a long history
   * @param directory for exports and whatever the program keeps of its user
   */
  CommandBench(long records, Path home, Path directory) {
    this.records = records;
    this.home = home.toString();
    this.directory = directory;
    this.tribune = Program.tribune(directory, HEAP);
  }

  /** Measures everything and writes the figures. */
  void run() throws IOException, InterruptedException {
    tribune.run(DONE, "version"); // the launcher may have to get ready first
    realDecisions();
    long written = size(Path.of(home));
    row("trail verify", records, trail("verify"), megabytes(written));
    for (String format : FORMATS) {
      export(format);
    }
  }

  private void realDecisions() throws IOException, InterruptedException {
    String other = directory.resolve("real").toString();
    Path file = directory.resolve("real.jsonl");
    HistoryFile.write(file, REAL_DECISIONS);
    Run first = tribune.run(ANY_VERDICT, "import", file.toString(), "--home", other, "--quiet");
    row("import", REAL_DECISIONS, first, megabytes(size(Path.of(other))));
    Run again = tribune.run(ANY_VERDICT, "import", file.toString(), "--home", other, "--quiet");
    row("import of the same file again, which records nothing", REAL_DECISIONS, again, "");
    Run replay = tribune.run(DONE, "replay", "--all", "--home", other, "--quiet");
    row("replay --all", REAL_DECISIONS, replay, "");
    Run backtest = tribune.run(DONE, "backtest", "--rules", "rules", "--home", other, "--quiet");
    row("backtest", REAL_DECISIONS, backtest, "");
  }

  private Run trail(String command) throws IOException, InterruptedException {
    return tribune.run(DONE, "trail", command, "--home", home, "--quiet");
  }

  private void export(String format) throws IOException, InterruptedException {
    Path to = directory.resolve("export-" + format);
    String[] export = {
      "export", "--format", format, "--to", to.toString(), "--home", home, "--no-record", "--quiet"
    };
    Run made = tribune.run(DONE, export);
    row("export --format " + format, records, made, megabytes(size(to)));
    if (VERIFIED.contains(format)) {
      verify(format, to);
    }
    Directories.delete(to);
  }

  private void verify(String format, Path export) throws IOException, InterruptedException {
    String key = export.resolve("key.vkey").toString();
    Run verified = tribune.run(DONE, "export", "verify", export.toString(), "--key", key);
    row("export verify of " + format, records, verified, "");
    Program verifier = Program.source(export.resolve("Verify.java"), directory, HEAP);
    Run alone = verifier.run(DONE, export.toString(), "--key", key);
    row("java Verify.java of " + format, records, alone, "");
  }

  private void row(String what, long of, Run run, String written) throws IOException {
    figures.row(
        what,
        String.format(Locale.ROOT, "%,d", of),
        run.seconds(),
        run.processorSeconds(),
        run.each(of),
        run.megabytes(),
        written);
  }

  private static long size(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      long bytes = 0;
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
      return bytes;
    }
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%,d MB", bytes / 1_000_000);
  }
}
