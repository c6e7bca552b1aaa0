package tribune.engine;

import java.util.List;
import tribune.intake.ReadLine;

/** Where the lines of an import go. */
interface ImportDesk {
  /** A line that was looked at, and what can be said of it before it is recorded. */
  ImportedDraft draft(ReadLine line);

  /** What became of these lines, in their order; what was to be recorded is durable. */
  List<ImportedLine> settle(List<ImportedDraft> drafts);
}
