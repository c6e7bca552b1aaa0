package tribune.trail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import tribune.proof.TreeNode;
import tribune.threads.InOrder;

/**
 * Reads a trail up to a head and compares all that its tables hold with what follows from the
 * records. Blocks are read by the thread of the trail, which can do other work in between; what
 * takes time is done by several threads ({@link InOrder}); what depends on order is done here, by
 * the thread that asked. So memory does not grow with the trail, and what is found first is the
 * first there is. Changes nothing.
 */
final class Verifier implements AutoCloseable {
  private final VerifierParts parts;
  private final TableReader reader;
  private final CheckpointCheck keys;
  private long payloads;
  private long ruleBases;
  private long checkpoints;
  private long signedSize;

  /**
   * @param parts closed with this
   */
  Verifier(VerifierParts parts) {
    this.parts = parts;
    this.reader = new TableReader(parts.tables());
    this.keys = new CheckpointCheck(parts.start().key());
    this.signedSize = parts.start().key().isPresent() ? parts.start().size() : 0;
  }

  /** In the thread of the trail itself. */
  Soundness run() throws IOException {
    return run(Desk::here, Verification.ofAll());
  }

  /**
   * Checks everything.
   *
   * @param desk of the thread of the trail
   */
  Soundness run(Desk desk, Verification how) {
    Blocks blocks = parts.blocks();
    try (InOrder<Block, Block.Checked> checked =
        new InOrder<>(
            "tribune-verify",
            how.threads(),
            how.threads() + 1,
            () -> desk.ask(blocks::next),
            Block::vet)) {
      Stretches stretches = new Stretches(checked);
      BatchSource source = parts.source(stretches, desk);
      compareAll(source, stretches, desk, how.progress());
      requireGoal(source.end().head());
      requireKey(desk);
      desk.ask(
          () -> {
            requireNothingElse();
            return source;
          });
      requireSignedToTheEnd();
      return new Soundness.Sound(
          parts.goal(),
          parts.start().size(),
          payloads,
          ruleBases,
          checkpoints,
          signedSize,
          keys.keys().size());
    } catch (TrailUnsound e) {
      return new Soundness.Unsound(e.unsoundness());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void compareAll(BatchSource source, Stretches stretches, Desk desk, LongConsumer progress)
      throws IOException {
    for (Optional<Batch> next = source.next(); next.isPresent(); next = source.next()) {
      Batch batch = next.get();
      for (StoredRuleBase ruleBase : batch.ruleBases()) {
        compare(ruleBase, batch.before().size(), desk);
      }
      compare(batch, stretches);
      progress.accept(batch.after().size());
    }
  }

  private void compare(Batch batch, Stretches stretches) {
    int node = 0;
    int checkpoint = 0;
    List<TreeNode> nodes = batch.nodes();
    List<StoredCheckpoint> signed = batch.checkpoints();
    for (Entry entry : batch.entries()) {
      long seq = entry.record().seq();
      compare(entry, stretches.row(seq).orElseThrow(() -> missing(seq)));
      for (; node < nodes.size() && completedBy(nodes.get(node)) <= seq; node++) {
        compare(nodes.get(node), stretches);
      }
      keys.follow(entry.record()).ifPresent(misfit -> refuse(seq, misfit));
      boolean isSigned = checkpoint < signed.size() && signed.get(checkpoint).size() == seq + 1;
      Optional<StoredCheckpoint> expected =
          isSigned ? Optional.of(signed.get(checkpoint)) : Optional.empty();
      compare(seq, expected, stretches);
      checkpoint += isSigned ? 1 : 0;
    }
  }

  private TrailUnsound missing(long seq) {
    return reader.unsound(seq, "table record", "no record", "record " + seq);
  }

  private void compare(Entry entry, TrailRow row) {
    StoredRecord record = entry.record();
    if (!record.hasBytes(row.bytes()) || !row.leaf().equals(record.leaf())) {
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

  /** The place of the record that completed this node. */
  private static long completedBy(TreeNode node) {
    return ((node.index() + 1) << node.level()) - 1;
  }

  private void compare(TreeNode node, Stretches stretches) {
    if (node.level() == 0) {
      return;
    }
    Optional<TreeNode> stored = stretches.node(node);
    if (!stored.equals(Optional.of(node))) {
      throw reader.unsound(
          completedBy(node),
          "table node",
          stored.map(it -> it.hash().hex()).orElse("nothing"),
          node.toString());
    }
  }

  private void compare(long seq, Optional<StoredCheckpoint> signed, Stretches stretches) {
    Optional<StoredCheckpoint> stored = stretches.checkpoint(seq + 1);
    if (!stored.equals(signed)) {
      throw reader.unsound(
          seq,
          "table checkpoint",
          stored.isPresent() ? "a checkpoint, or another one" : "no checkpoint",
          signed.isPresent() ? "the one that was signed" : "none");
    }
    if (stored.isPresent()) {
      keys.unsigned(stored.get(), stretches.signature(stored.get()))
          .ifPresent(misfit -> refuse(seq, misfit));
      checkpoints++;
      signedSize = seq + 1;
    }
  }

  private void refuse(long seq, EntryCheck.Misfit misfit) {
    throw new TrailUnsound(
        Unsoundness.ofCheckpoint(
            parts.tables().standing(), seq, misfit.found(), misfit.expected()));
  }

  private void compare(StoredRuleBase ruleBase, long seq, Desk desk) {
    ruleBases++;
    Optional<StoredRuleBase> stored = desk.ask(() -> parts.tables().ruleBase(ruleBase.sha256()));
    if (!stored.equals(Optional.of(ruleBase))) {
      throw reader.unsound(
          seq,
          "tables rulebase and rulebase_file",
          stored.map(StoredRuleBase::toString).orElse("nothing"),
          ruleBase.toString());
    }
  }

  private void requireGoal(Head reached) {
    if (!reached.equals(parts.goal())) {
      throw reader.unsound(
          Math.max(0, reached.size() - 1),
          "table head",
          parts.goal().toString(),
          reached.toString());
    }
  }

  /** The key that this user has must have been in force. */
  private void requireKey(Desk desk) {
    keys.open()
        .ifPresent(
            seq ->
                refuse(
                    seq,
                    new EntryCheck.Misfit(
                        "no checkpoint after the exchange of the key",
                        "one that the old and the new key signed")));
    Optional<String> expected = parts.key();
    boolean isKnown =
        expected.isEmpty()
            || keys.keys().isEmpty()
            || keys.keys().contains(expected.get())
            || (parts.start().size() > 0 && wasInForceBefore(expected.get(), desk));
    if (!isKnown) {
      throw new TrailUnsound(
          Unsoundness.ofCheckpoint(
              parts.tables().standing(),
              desk.ask(this::firstOfLastKey),
              "checkpoints of the key " + String.join(", then ", keys.keys()),
              "of the key " + expected.get()));
    }
  }

  /** Where only the end is read, the exchanges before are taken from the records as they stand. */
  private boolean wasInForceBefore(String key, Desk desk) {
    return desk.ask(
        () ->
            KeyHistory.of(parts.tables()).rotations(0).stream()
                .anyMatch(it -> it.oldKey().equals(key)));
  }

  private long firstOfLastKey() {
    List<KeyRotation> rotations = KeyHistory.of(parts.tables()).rotations(parts.start().size());
    long from = rotations.isEmpty() ? 1 : rotations.get(rotations.size() - 1).seq() + 1;
    return parts.tables().firstCheckpoint(from).map(it -> it.size() - 1).orElse(0L);
  }

  /**
   * Whatever is recorded is recorded with a checkpoint; a trail from before them has none at all.
   */
  private void requireSignedToTheEnd() {
    long size = parts.goal().size();
    if (signedSize > 0 && signedSize < size) {
      throw new TrailUnsound(Unsoundness.ofUnsigned(parts.tables().standing(), signedSize, size));
    }
  }

  private void requireNothingElse() {
    TrailTables tables = parts.tables();
    long size = parts.goal().size();
    OptionalLong stray = tables.stray(size);
    if (stray.isPresent()) {
      throw reader.unsound(
          stray.getAsLong(), "a row of record " + stray.getAsLong(), "a row", "no such record");
    }
    if (parts.start().size() == 0 && tables.ruleBases().size() != ruleBases) {
      throw reader.unsound(
          size - 1,
          "table rulebase",
          tables.ruleBases().size() + " rule bases",
          ruleBases + " that records name");
    }
    long nodes = size - Long.bitCount(size);
    if (tables.countNodes() != nodes) {
      throw reader.unsound(
          size - 1, "table node", tables.countNodes() + " nodes", nodes + " nodes");
    }
    OptionalLong signed = parts.signed();
    if (signed.isPresent() && signed.getAsLong() != tables.countCheckpoints()) {
      throw reader.unsoundCount(tables.countCheckpoints(), signed.getAsLong());
    }
  }

  @Override
  public void close() {
    parts.close();
  }
}
