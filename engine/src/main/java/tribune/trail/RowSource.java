package tribune.trail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tribune.proof.Hash;
import tribune.proof.TreeNode;

/**
 * The records of a trail as its tables have them, page by page. Each page is a batch; a rule base
 * comes with the first record that names it.
 */
final class RowSource implements BatchSource {
  private static final int PAGE = 64;

  private final TrailTables tables;
  private final Head goal;
  private final EntryCheck check = new EntryCheck(this::ruleBase);
  private final Map<Hash, RuleBaseRef> seen = new HashMap<>();
  private final List<StoredRuleBase> added = new ArrayList<>();
  private List<TrailRow> page = List.of();
  private TrailEnd end = TrailEnd.START;

  /**
   * @param tables closed with this if they are a database: then they are a snapshot of it
   * @param goal how far to read
   */
  RowSource(TrailTables tables, Head goal) {
    this.tables = tables;
    this.goal = goal;
  }

  @Override
  public Optional<Batch> next() {
    Head before = end.head();
    long to = Math.min(before.size() + PAGE, goal.size());
    if (before.size() == to) {
      return Optional.empty();
    }
    page = tables.rows(before.size(), to);
    added.clear();
    List<Entry> entries = new ArrayList<>();
    List<TreeNode> nodes = new ArrayList<>();
    List<StoredCheckpoint> checkpoints = tables.checkpoints(before.size(), to);
    for (long seq = before.size(); seq < to; seq++) {
      Entry entry = entry(seq, (int) (seq - before.size()));
      entries.add(entry);
      end = end.plus(entry.record(), nodes::add);
      long size = seq + 1;
      checkpoints.stream().filter(it -> it.size() == size).forEach(this::requireFits);
    }
    return Optional.of(new Batch(added, entries, nodes, before, end.head(), checkpoints));
  }

  private void requireFits(StoredCheckpoint checkpoint) {
    Optional<EntryCheck.Misfit> misfit = CheckpointCheck.misfit(checkpoint, end);
    if (misfit.isPresent()) {
      throw new TableReader(tables)
          .unsound(
              end.tree().size() - 1,
              "table checkpoint",
              misfit.get().found(),
              misfit.get().expected());
    }
  }

  private Entry entry(long seq, int index) {
    if (index >= page.size() || page.get(index).seq() != seq) {
      throw unsound(seq, "no record", "record " + seq);
    }
    TrailRow row = page.get(index);
    try {
      return check.entry(row.bytes(), row.leaf(), row.payload(), end);
    } catch (EntryCheck.Misfit e) {
      throw unsound(seq, e.found(), e.expected());
    }
  }

  private Optional<RuleBaseRef> ruleBase(Hash sha256) {
    RuleBaseRef known = seen.get(sha256);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<StoredRuleBase> stored =
        tables.ruleBase(sha256).filter(found -> found.sha256().equals(sha256));
    stored.ifPresent(added::add);
    stored.ifPresent(found -> seen.put(sha256, found.ref()));
    return stored.map(StoredRuleBase::ref);
  }

  private TrailUnsound unsound(long seq, String found, String expected) {
    return new TableReader(tables)
        .unsound(seq, "tables record, payload and rulebase", found, expected);
  }

  @Override
  public List<TrailRow> rows(Batch last) {
    return page;
  }

  /** How far this reads. */
  Head goal() {
    return goal;
  }

  @Override
  public TrailEnd end() {
    return end;
  }

  @Override
  public void close() {
    if (tables.standing() == TrailTables.Standing.TRAIL) {
      tables.close();
    }
  }
}
