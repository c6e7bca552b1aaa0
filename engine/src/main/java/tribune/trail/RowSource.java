package tribune.trail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tribune.proof.Hash;
import tribune.proof.TreeNode;

/**
 * The records of a trail as its tables have them. Each block is a batch; a rule base comes with the
 * first record that names it.
 */
final class RowSource implements BatchSource {
  private final TrailTables tables;
  private final Head goal;
  private final Supplier<Optional<Block.Checked>> blocks;
  private final Desk desk;
  private final TableReader reader;
  private final EntryCheck check = new EntryCheck(this::ruleBase);
  private final Map<Hash, RuleBaseRef> seen = new HashMap<>();
  private final List<StoredRuleBase> added = new ArrayList<>();
  private TrailEnd end;
  private @Nullable TrailUnsound found;

  /**
   * @param goal how far to read
   * @param start what the first record has to follow
   * @param desk of the thread of the tables
   */
  RowSource(
      TrailTables tables,
      Head goal,
      TrailEnd start,
      Supplier<Optional<Block.Checked>> blocks,
      Desk desk) {
    this.tables = tables;
    this.goal = goal;
    this.end = start;
    this.blocks = blocks;
    this.desk = desk;
    this.reader = new TableReader(tables);
  }

  /** All records up to there, read and looked at by the thread of the tables. */
  static RowSource ofAll(TrailTables tables, Head goal) {
    Blocks blocks = Blocks.ofTables(tables, 0, goal.size());
    return new RowSource(
        tables, goal, TrailEnd.START, () -> Desk.here(blocks::next).map(Block::vet), Desk::here);
  }

  /** What is sound of a block comes before what is wrong in it is thrown. */
  @Override
  public Optional<Batch> next() {
    if (found != null) {
      throw found;
    }
    Optional<Batch> batch = blocks.get().map(this::batch);
    return batch.filter(it -> found == null || !it.entries().isEmpty()).or(this::nothing);
  }

  private Optional<Batch> nothing() {
    if (found != null) {
      throw found;
    }
    return Optional.empty();
  }

  private Batch batch(Block.Checked block) {
    Head before = end.head();
    added.clear();
    List<Entry> entries = new ArrayList<>();
    List<TreeNode> nodes = new ArrayList<>();
    List<StoredCheckpoint> checkpoints = new ArrayList<>();
    Map<Long, StoredCheckpoint> signed = new HashMap<>();
    block.tables().checkpoints().forEach(it -> signed.put(it.size(), it));
    try {
      for (long seq = block.tables().from(); seq < block.tables().to(); seq++) {
        Entry entry = entry(block, seq, (int) (seq - block.tables().from()));
        TrailEnd after = end.plus(entry.record(), nodes::add);
        StoredCheckpoint checkpoint = signed.get(seq + 1);
        if (checkpoint != null) {
          requireFits(checkpoint, after);
          checkpoints.add(checkpoint);
        }
        entries.add(entry);
        end = after;
      }
    } catch (TrailUnsound e) {
      found = e;
    }
    return new Batch(added, entries, nodes, before, end.head(), checkpoints);
  }

  private void requireFits(StoredCheckpoint checkpoint, TrailEnd after) {
    Optional<EntryCheck.Misfit> misfit = CheckpointCheck.misfit(checkpoint, after);
    if (misfit.isPresent()) {
      throw reader.unsound(
          after.tree().size() - 1,
          "table checkpoint",
          misfit.get().found(),
          misfit.get().expected());
    }
  }

  private Entry entry(Block.Checked block, long seq, int index) {
    List<TrailRow> rows = block.tables().rows();
    if (index >= rows.size() || rows.get(index).seq() != seq) {
      throw unsound(seq, "no record", "record " + seq);
    }
    try {
      return check.entry(block.rows().get(index), end);
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
        desk.ask(() -> tables.ruleBase(sha256)).filter(found -> found.sha256().equals(sha256));
    stored.ifPresent(added::add);
    stored.ifPresent(found -> seen.put(sha256, found.ref()));
    return stored.map(StoredRuleBase::ref);
  }

  private TrailUnsound unsound(long seq, String found, String expected) {
    return reader.unsound(seq, "tables record, payload and rulebase", found, expected);
  }

  /** How far this reads. */
  Head goal() {
    return goal;
  }

  @Override
  public TrailEnd end() {
    return end;
  }

  /** Lets go of a snapshot that was made for this. */
  void close() {
    if (tables.standing() == TrailTables.Standing.TRAIL) {
      tables.close();
    }
  }
}
