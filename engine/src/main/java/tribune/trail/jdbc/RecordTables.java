package tribune.trail.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tribune.trail.Bytes;
import tribune.trail.Entry;
import tribune.trail.Payload;
import tribune.trail.Projection;
import tribune.trail.RecordRow;
import tribune.trail.TrailRow;

/** The tables {@code record} and {@code payload}. */
final class RecordTables {
  private final Sql sql;

  RecordTables(Sql sql) {
    this.sql = sql;
  }

  void add(List<Entry> entries) throws SQLException {
    List<Object[]> records = new ArrayList<>();
    List<Object[]> payloads = new ArrayList<>();
    for (Entry entry : entries) {
      long seq = entry.record().seq();
      Projection projection = entry.projection();
      records.add(
          new Object[] {
            seq, entry.record().bytes(), entry.record().leaf(), projection.at(), projection.type()
          });
      Payload payload = entry.payload();
      if (payload != null) {
        payloads.add(new Object[] {seq, payload.facts(), payload.salt()});
      }
    }
    sql.updateAll(
        "INSERT INTO record (seq, bytes, leaf, recorded_at, record_type) VALUES (?, ?, ?, ?, ?)",
        records);
    sql.updateAll("INSERT INTO payload (seq, facts, salt) VALUES (?, ?, ?)", payloads);
  }

  Optional<RecordRow> record(long seq) {
    return sql.first(
        "SELECT seq, bytes, leaf FROM record WHERE seq = ?", RecordTables::record, seq);
  }

  List<RecordRow> range(long from, long to) {
    return sql.list(
        "SELECT seq, bytes, leaf FROM record WHERE seq >= ? AND seq < ? ORDER BY seq",
        RecordTables::record,
        from,
        to);
  }

  /** The type stands in the statement, as PostgreSQL has an index of the few types only. */
  List<RecordRow> activations(long before, int limit) {
    return sql.list(
        "SELECT seq, bytes, leaf FROM record WHERE record_type = 'rulebase.activated' AND seq < ?"
            + " ORDER BY record_type, seq DESC LIMIT ?",
        RecordTables::record,
        before,
        limit);
  }

  /**
   * The records in a range with what stands beside them.
   *
   * @param payloads of the same range
   * @param audits of the same range
   */
  List<TrailRow> rows(
      long from, long to, Map<Long, Payload> payloads, Map<Long, Projection.Audit> audits) {
    return sql.list(
        "SELECT seq, bytes, leaf, recorded_at, record_type FROM record"
            + " WHERE seq >= ? AND seq < ? ORDER BY seq",
        row -> {
          long seq = row.getLong(1);
          return new TrailRow(
              seq,
              Bytes.of(row.getBytes(2)),
              Sql.hash(row, "leaf"),
              payloads.get(seq),
              new Projection(
                  row.getString(4), row.getString(5), Optional.ofNullable(audits.get(seq))));
        },
        from,
        to);
  }

  /** The records that exchange the signing key, from this place on. */
  List<RecordRow> rotations(long from) {
    return sql.list(
        "SELECT seq, bytes, leaf FROM record WHERE record_type = 'key.rotated' AND seq >= ?"
            + " ORDER BY seq",
        RecordTables::record,
        from);
  }

  /** How far one can go from here until so many bytes of facts are read, by at least one record. */
  long bounded(long from, long to, long maxBytes) {
    long sum = 0;
    List<long[]> sizes =
        sql.list(
            "SELECT seq, OCTET_LENGTH(facts) FROM payload WHERE seq >= ? AND seq < ? ORDER BY seq",
            row -> new long[] {row.getLong(1), row.getLong(2)},
            from,
            to);
    for (long[] size : sizes) {
      sum += size[1];
      if (sum > maxBytes) {
        return Math.max(from + 1, size[0]);
      }
    }
    return to;
  }

  Optional<Payload> payload(long seq) {
    return sql.first(
        "SELECT facts, salt FROM payload WHERE seq = ?",
        row -> Payload.of(row.getBytes(1), row.getBytes(2)),
        seq);
  }

  Map<Long, Payload> payloads(long from, long to) {
    Map<Long, Payload> payloads = new HashMap<>();
    sql.list(
        "SELECT seq, facts, salt FROM payload WHERE seq >= ? AND seq < ?",
        row -> payloads.put(row.getLong(1), Payload.of(row.getBytes(2), row.getBytes(3))),
        from,
        to);
    return payloads;
  }

  private static RecordRow record(ResultSet row) throws SQLException {
    return new RecordRow(
        row.getLong("seq"), Bytes.of(row.getBytes("bytes")), Sql.hash(row, "leaf"));
  }
}
