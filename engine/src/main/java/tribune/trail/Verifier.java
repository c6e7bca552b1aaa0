package tribune.trail;

import static tribune.trail.IndexReader.unsound;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import tribune.proof.Hash;
import tribune.proof.TreeNode;

/**
 * Reads a trail from its first byte to a mark, and compares all that the index holds with what
 * follows from it. Goes batch by batch, so that memory does not grow with the trail and the thread
 * of the trail can do other work in between. Changes nothing.
 */
final class Verifier {
  private final TrailIndex index;
  private final Mark goal;
  private final BatchReader batches;
  private long payloads;
  private long nodes;
  private long ruleBases;

  Verifier(Journal journal, TrailIndex index, Mark goal) {
    this.index = index;
    this.goal = goal;
    this.batches =
        journal.read(Journal.firstBatch(), goal.offset(), TrailEnd.START, hash -> Optional.empty());
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
      Optional<Batch> batch = batches.next();
      if (batch.isPresent()) {
        compare(batch.get());
        return Optional.empty();
      }
      requireGoal();
      requireNothingElse();
      return Optional.of(new Soundness.Sound(goal.head(), payloads, ruleBases, goal.offset()));
    } catch (TrailUnsound e) {
      return Optional.of(new Soundness.Unsound(e.unsoundness()));
    }
  }

  private void compare(Batch batch) {
    long from = batch.before().head().size();
    long to = batch.after().head().size();
    List<IndexRow> rows = index.rows(from, to);
    for (int i = 0; i < batch.entries().size(); i++) {
      long seq = from + i;
      if (i >= rows.size() || rows.get(i).seq() != seq) {
        throw unsound(seq, "table record", "no record", "record " + seq);
      }
      compare(batch.entries().get(i), rows.get(i));
    }
    batch.nodes().forEach(this::compare);
    for (StoredRuleBase ruleBase : batch.ruleBases()) {
      compare(ruleBase, from);
    }
  }

  private void compare(Entry entry, IndexRow row) {
    StoredRecord record = entry.record();
    if (!row.bytes().equals(Bytes.of(record.bytes())) || !row.leaf().equals(record.leaf())) {
      throw unsound(
          row.seq(),
          "table record",
          "other bytes or another leaf hash",
          "leaf hash " + record.leaf());
    }
    if (!Objects.equals(row.payload(), entry.payload())) {
      throw unsound(
          row.seq(), "table payload", "other facts or another salt", "those committed to");
    }
    if (!row.projection().equals(entry.projection())) {
      throw unsound(
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
    Optional<Hash> stored = index.node(node.level(), node.index());
    if (!stored.equals(Optional.of(node.hash()))) {
      throw unsound(
          ((node.index() + 1) << node.level()) - 1,
          "table node",
          stored.map(Hash::hex).orElse("nothing"),
          node.toString());
    }
  }

  private void compare(StoredRuleBase ruleBase, long seq) {
    ruleBases++;
    Optional<StoredRuleBase> stored = index.ruleBase(ruleBase.sha256());
    if (!stored.equals(Optional.of(ruleBase))) {
      throw unsound(
          seq,
          "tables rulebase and rulebase_file",
          stored.map(StoredRuleBase::toString).orElse("nothing"),
          ruleBase.toString());
    }
  }

  private void requireGoal() {
    Head reached = batches.end().head();
    if (reached.size() < goal.head().size() || batches.sealedTo() < goal.offset()) {
      throw new TrailUnsound(
          Unsoundness.ofMissingEnd(
              reached.size(),
              "a journal that ends after " + reached.size() + " records",
              goal.head().size() + " records as in the index"));
    }
    if (!reached.equals(goal.head())) {
      throw unsound(reached.size() - 1, "table head", goal.head().toString(), reached.toString());
    }
  }

  private void requireNothingElse() {
    long size = goal.head().size();
    OptionalLong stray = index.stray(size);
    if (stray.isPresent()) {
      throw unsound(
          stray.getAsLong(), "a row of record " + stray.getAsLong(), "a row", "no such record");
    }
    if (index.ruleBases().size() != ruleBases) {
      throw unsound(
          size - 1,
          "table rulebase",
          index.ruleBases().size() + " rule bases",
          ruleBases + " as in the journal");
    }
    if (index.countNodes() != nodes) {
      throw unsound(size - 1, "table node", index.countNodes() + " nodes", nodes + " nodes");
    }
  }
}
