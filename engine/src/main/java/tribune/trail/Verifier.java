package tribune.trail;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import tribune.proof.Hash;
import tribune.proof.TreeNode;

/**
 * Reads a trail from its first record to a head, and compares all that its tables hold with what
 * follows from the records. Goes batch by batch, so that memory does not grow with the trail and
 * the thread of the trail can do other work in between. Changes nothing.
 */
final class Verifier implements AutoCloseable {
  private final BatchSource source;
  private final TrailTables tables;
  private final TableReader reader;
  private final Head goal;
  private long payloads;
  private long nodes;
  private long ruleBases;
  private long checkpoints;
  private long signedSize;
  private final CheckpointCheck signatures;

  /**
   * @param source where batches are read from; closed with this
   * @param tables what is compared with them
   * @param goal how far to read
   * @param key the key of the trail, if it is known
   */
  Verifier(BatchSource source, TrailTables tables, Head goal, Optional<String> key) {
    this.source = source;
    this.tables = tables;
    this.reader = new TableReader(tables);
    this.goal = goal;
    this.signatures = new CheckpointCheck(key);
  }

  /** All steps in one go. */
  Soundness run() throws IOException {
    Optional<Soundness> result = step();
    while (result.isEmpty()) {
      result = step();
    }
    return result.get();
  }

  /** Checks one more batch; the result once there is one. */
  Optional<Soundness> step() throws IOException {
    try {
      Optional<Batch> batch = source.next();
      if (batch.isPresent()) {
        compare(batch.get());
        return Optional.empty();
      }
      requireGoal();
      requireNothingElse();
      return Optional.of(new Soundness.Sound(goal, payloads, ruleBases, checkpoints, signedSize));
    } catch (TrailUnsound e) {
      return Optional.of(new Soundness.Unsound(e.unsoundness()));
    }
  }

  private void compare(Batch batch) {
    long from = batch.before().size();
    List<TrailRow> rows = source.rows(batch);
    for (int i = 0; i < batch.entries().size(); i++) {
      long seq = from + i;
      if (i >= rows.size() || rows.get(i).seq() != seq) {
        throw reader.unsound(seq, "table record", "no record", "record " + seq);
      }
      compare(batch.entries().get(i), rows.get(i));
    }
    batch.nodes().forEach(this::compare);
    compareCheckpoints(batch);
    for (StoredRuleBase ruleBase : batch.ruleBases()) {
      compare(ruleBase, from);
    }
  }

  private void compare(Entry entry, TrailRow row) {
    StoredRecord record = entry.record();
    if (!row.bytes().equals(Bytes.of(record.bytes())) || !row.leaf().equals(record.leaf())) {
      throw reader.unsound(
          row.seq(),
          "table record",
          "other bytes or another leaf hash",
          "leaf hash " + record.leaf());
    }
    if (!Objects.equals(row.payload(), entry.payload())) {
      throw reader.unsound(
          row.seq(), "table payload", "other facts or another salt", "those committed to");
    }
    if (!row.projection().equals(entry.projection())) {
      throw reader.unsound(
          row.seq(),
          "query columns",
          row.projection().toString(),
          "what the record says: " + entry.projection());
    }
    payloads += entry.payload() == null ? 0 : 1;
  }

  private void compare(TreeNode node) {
    if (node.level() == 0) {
      return;
    }
    nodes++;
    Optional<Hash> stored = tables.node(node.level(), node.index());
    if (!stored.equals(Optional.of(node.hash()))) {
      throw reader.unsound(
          ((node.index() + 1) << node.level()) - 1,
          "table node",
          stored.map(Hash::hex).orElse("nothing"),
          node.toString());
    }
  }

  private void compareCheckpoints(Batch batch) {
    List<StoredCheckpoint> stored = tables.checkpoints(batch.before().size(), batch.after().size());
    if (!stored.equals(batch.checkpoints())) {
      throw reader.unsound(
          batch.after().size() - 1,
          "table checkpoint",
          stored.size() + " checkpoints, or others",
          "the " + batch.checkpoints().size() + " that were signed");
    }
    for (StoredCheckpoint checkpoint : stored) {
      Optional<EntryCheck.Misfit> misfit = signatures.unsigned(checkpoint);
      if (misfit.isPresent()) {
        throw new TrailUnsound(
            Unsoundness.ofCheckpoint(
                tables.standing(),
                checkpoint.size() - 1,
                misfit.get().found(),
                misfit.get().expected()));
      }
      checkpoints++;
      signedSize = checkpoint.size();
    }
  }

  private void compare(StoredRuleBase ruleBase, long seq) {
    ruleBases++;
    Optional<StoredRuleBase> stored = tables.ruleBase(ruleBase.sha256());
    if (!stored.equals(Optional.of(ruleBase))) {
      throw reader.unsound(
          seq,
          "tables rulebase and rulebase_file",
          stored.map(StoredRuleBase::toString).orElse("nothing"),
          ruleBase.toString());
    }
  }

  private void requireGoal() {
    Head reached = source.end().head();
    if (!reached.equals(goal)) {
      throw reader.unsound(
          Math.max(0, reached.size() - 1), "table head", goal.toString(), reached.toString());
    }
  }

  private void requireNothingElse() {
    long size = goal.size();
    OptionalLong stray = tables.stray(size);
    if (stray.isPresent()) {
      throw reader.unsound(
          stray.getAsLong(), "a row of record " + stray.getAsLong(), "a row", "no such record");
    }
    if (tables.ruleBases().size() != ruleBases) {
      throw reader.unsound(
          size - 1,
          "table rulebase",
          tables.ruleBases().size() + " rule bases",
          ruleBases + " that records name");
    }
    if (tables.countNodes() != nodes) {
      throw reader.unsound(
          size - 1, "table node", tables.countNodes() + " nodes", nodes + " nodes");
    }
  }

  @Override
  public void close() {
    source.close();
  }
}
