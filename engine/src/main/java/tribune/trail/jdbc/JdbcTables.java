package tribune.trail.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tribune.proof.Hash;
import tribune.proof.TreeNode;
import tribune.trail.Batch;
import tribune.trail.Entry;
import tribune.trail.OutcomeCount;
import tribune.trail.Payload;
import tribune.trail.RecordRow;
import tribune.trail.RuleBaseRef;
import tribune.trail.StoredCheckpoint;
import tribune.trail.StoredRuleBase;
import tribune.trail.SubmissionKey;
import tribune.trail.TableQuery;
import tribune.trail.TrailRow;
import tribune.trail.TrailTables;

/**
 * The tables of a trail, in whatever database: the same statements for all. What is vendors' own is
 * in the classes that extend this one and in their schemas. Used by one thread.
 */
abstract class JdbcTables implements TrailTables {
  private final Sql sql;
  private final RecordTables records;
  private final NodeTable nodes;
  private final CheckpointTable checkpoints;
  private final RuleBaseTables ruleBases;
  private final AuditTables audits;
  private final AuditSearch search;

  JdbcTables(Sql sql) {
    this.sql = sql;
    this.records = new RecordTables(sql);
    this.nodes = new NodeTable(sql);
    this.checkpoints = new CheckpointTable(sql);
    this.ruleBases = new RuleBaseTables(sql);
    this.audits = new AuditTables(sql);
    this.search = new AuditSearch(sql);
  }

  final Sql sql() {
    return sql;
  }

  /** Adds all rows of these batches; moves no head. */
  final void addRows(List<Batch> batches) throws SQLException {
    List<Entry> entries = new ArrayList<>();
    List<TreeNode> completed = new ArrayList<>();
    List<StoredCheckpoint> signed = new ArrayList<>();
    for (Batch batch : batches) {
      entries.addAll(batch.entries());
      completed.addAll(batch.nodes());
      signed.addAll(batch.checkpoints());
      for (StoredRuleBase ruleBase : batch.ruleBases()) {
        ruleBases.add(ruleBase);
      }
    }
    records.add(entries);
    audits.add(entries);
    nodes.add(completed);
    checkpoints.add(signed);
  }

  @Override
  public Optional<RecordRow> record(long seq) {
    return records.record(seq);
  }

  @Override
  public Optional<Hash> node(int level, long index) {
    return level == 0 ? records.record(index).map(RecordRow::leaf) : nodes.node(level, index);
  }

  @Override
  public List<RecordRow> records(long from, long to) {
    return records.range(from, to);
  }

  @Override
  public List<TrailRow> rows(long from, long to) {
    return records.rows(from, to, records.payloads(from, to), audits.columns(from, to));
  }

  @Override
  public long bounded(long from, long to, long maxBytes) {
    return records.bounded(from, to, maxBytes);
  }

  @Override
  public List<TreeNode> nodes(long from, long to) {
    return nodes.completed(from, to);
  }

  @Override
  public List<RecordRow> rotations(long from) {
    return records.rotations(from);
  }

  @Override
  public Optional<RecordRow> submitted(SubmissionKey key) {
    return audits.submitted(key.text()).flatMap(records::record);
  }

  @Override
  public List<RecordRow> activations(long before, int limit) {
    return records.activations(before, limit);
  }

  @Override
  public List<OutcomeCount> outcomes() {
    return audits.outcomes();
  }

  @Override
  public Optional<RecordRow> newest(String decisionId, Optional<Integer> revision) {
    return audits.newest(decisionId, revision).flatMap(records::record);
  }

  @Override
  public List<RecordRow> history(String decisionId, long before, int limit) {
    return records(audits.history(decisionId, before, limit));
  }

  @Override
  public List<RecordRow> decisions(TableQuery query, long before, int limit) {
    return records(search.newest(query, before, limit));
  }

  @Override
  public List<Long> places(TableQuery query, long before, int limit) {
    return search.newest(query, before, limit);
  }

  private List<RecordRow> records(List<Long> places) {
    return places.stream().map(records::record).flatMap(Optional::stream).toList();
  }

  @Override
  public List<String> decisionIds(String prefix, int limit) {
    return audits.ids(prefix, limit);
  }

  @Override
  public Optional<Payload> payload(long seq) {
    return records.payload(seq);
  }

  @Override
  public Optional<StoredRuleBase> ruleBase(Hash sha256) {
    return ruleBases.ruleBase(sha256);
  }

  @Override
  public Optional<RuleBaseRef> ruleBaseRef(Hash sha256) {
    return ruleBases.ref(sha256);
  }

  @Override
  public List<Hash> ruleBases() {
    return ruleBases.hashes();
  }

  @Override
  public List<StoredCheckpoint> checkpoints(long after, long to) {
    return checkpoints.range(after, to);
  }

  @Override
  public Optional<StoredCheckpoint> firstCheckpoint(long size) {
    return checkpoints.first(size);
  }

  @Override
  public Optional<StoredCheckpoint> newestCheckpoint() {
    return checkpoints.newest();
  }

  @Override
  public OptionalLong stray(long size) {
    for (String table : List.of("record", "payload", "decision", "finding", "department")) {
      Optional<Long> stray =
          outside("SELECT seq FROM " + table + " WHERE seq", "ORDER BY seq LIMIT 1", 0, size);
      if (stray.isPresent()) {
        return OptionalLong.of(stray.get());
      }
    }
    Optional<Long> checkpoint =
        outside("SELECT size FROM checkpoint WHERE size", "ORDER BY size LIMIT 1", 1, size + 1);
    return checkpoint.isPresent() ? OptionalLong.of(checkpoint.get() - 1) : OptionalLong.empty();
  }

  /** Each side by itself is one look into an index; both in one condition read the whole table. */
  private Optional<Long> outside(String select, String first, long from, long to) {
    return sql.first(select + " < ? " + first, row -> row.getLong(1), from)
        .or(() -> sql.first(select + " >= ? " + first, row -> row.getLong(1), to));
  }

  @Override
  public long countCheckpoints() {
    return checkpoints.count();
  }

  @Override
  public long countNodes() {
    return nodes.count();
  }

  @Override
  public void close() {
    sql.close();
  }
}
