package tribune.engine;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tribune.intake.Intake;
import tribune.intake.ReadLine;
import tribune.intake.RejectedLine;
import tribune.intake.UnreadLine;
import tribune.rulebase.RuleBase;
import tribune.threads.Uninterrupted;

/**
 * Audits the proposals of a file, in batches: each is read and evaluated on all cores, and what
 * came of it becomes durable together before the next is. A line that has mistakes is rejected and
 * stops no other. The same line is recorded once: an import that was stopped at any moment is gone
 * on with by the same import. Holds two batches at a time, however long the file is.
 *
 * <p>Safe for use by several threads.
 */
public final class ProposalImport {
  /** How many lines a batch has at most. */
  public static final int BATCH_LINES = 256;

  /** Of how many bytes a batch has no more than one line more; they grow tenfold when read. */
  static final int BATCH_BYTES = 1 << 20;

  private final ImportDesk desk;

  private ProposalImport(ImportDesk desk) {
    this.desk = desk;
  }

  /** One that records through this engine. */
  public static ProposalImport recording(AuditEngine engine) {
    return new ProposalImport(new RecordingDesk(engine));
  }

  /**
   * One that records nothing and asks for nothing that is recorded.
   *
   * @param at the time of the audits
   */
  public static ProposalImport trial(RuleBase rules, Instant at) {
    return new ProposalImport(new TrialDesk(rules, at));
  }

  /**
   * Imports all lines that are left.
   *
   * @param watch called in this thread
   * @throws IOException if the file cannot be read any further; what was told to {@code watch} is
   *     durable
   * @throws tribune.trail.TrailException if a batch could not be recorded
   */
  public Imported run(Intake intake, ImportWatch watch) throws IOException {
    ExecutorService cores =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      Imported soFar = Imported.NOTHING;
      Batch batch = next(intake, cores);
      while (!batch.drafts().isEmpty()) {
        Batch following = next(intake, cores);
        List<ImportedLine> lines = desk.settle(drafts(batch));
        soFar = soFar.plus(lines);
        watch.batch(soFar, batch.upTo(), rejected(lines));
        batch = following;
      }
      return soFar;
    } finally {
      cores.shutdownNow();
    }
  }

  /**
   * Lines that are being looked at.
   *
   * @param upTo where in the file they end, in bytes
   */
  private record Batch(List<Future<ImportedDraft>> drafts, long upTo) {}

  private Batch next(Intake intake, ExecutorService cores) throws IOException {
    List<Future<ImportedDraft>> drafts = new ArrayList<>();
    long bytes = 0;
    Optional<UnreadLine> line = intake.next();
    while (line.isPresent()) {
      UnreadLine unread = line.get();
      drafts.add(cores.submit(() -> draft(unread)));
      bytes += unread.bytes();
      boolean isFull = drafts.size() == BATCH_LINES || bytes >= BATCH_BYTES;
      line = isFull ? Optional.empty() : intake.next();
    }
    return new Batch(drafts, intake.bytesRead());
  }

  private ImportedDraft draft(UnreadLine unread) {
    ReadLine line = unread.read();
    return desk.draft(line);
  }

  private static List<ImportedDraft> drafts(Batch batch) {
    return batch.drafts().stream().map(draft -> Uninterrupted.get(draft::get)).toList();
  }

  private static List<RejectedLine> rejected(List<ImportedLine> lines) {
    List<RejectedLine> rejected = new ArrayList<>();
    for (ImportedLine line : lines) {
      if (line instanceof ImportedLine.Rejected it) {
        rejected.add(it.line());
      }
    }
    return rejected;
  }
}
