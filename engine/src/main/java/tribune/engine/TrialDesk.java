package tribune.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tribune.intake.ReadLine;
import tribune.rulebase.RuleBase;

/** Lines are audited, and nothing is recorded or looked up. */
record TrialDesk(RuleBase rules, Instant at) implements ImportDesk {
  @Override
  public ImportedDraft draft(ReadLine line) {
    return new ImportedDraft.Settled(
        line.proposal()
            .fold(
                sound ->
                    new ImportedLine.Audited(
                        Assessment.of(sound.value(), rules, at).verdict(), Optional.empty()),
                faulty -> new ImportedLine.Rejected(line.rejected())));
  }

  @Override
  public List<ImportedLine> settle(List<ImportedDraft> drafts) {
    return drafts.stream().map(it -> ((ImportedDraft.Settled) it).line()).toList();
  }
}
