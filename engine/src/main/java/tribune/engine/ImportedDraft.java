package tribune.engine;

import tribune.intake.ReadLine;
import tribune.trail.SubmissionKey;

/** A line of an import before anything of it is recorded. Immutable. */
sealed interface ImportedDraft {
  /** Nothing is to be recorded of it. */
  record Settled(ImportedLine line) implements ImportedDraft {}

  /** It is to be recorded under that key. */
  record Open(ReadLine line, Assessment assessment, SubmissionKey key) implements ImportedDraft {}
}
