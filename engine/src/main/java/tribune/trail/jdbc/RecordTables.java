package tribune.trail.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tribune.trail.Bytes;
import tribune.trail.Entry;
import tribune.trail.Payload;
import tribune.trail.Projection;
import tribune.trail.RecordRow;

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

  /** Time and kind of each record as the query columns have them. */
  Map<Long, Projection> columns(long from, long to) {
    Map<Long, Projection> columns = new TreeMap<>();
    sql.list(
        "SELECT seq, recorded_at, record_type FROM record WHERE seq >= ? AND seq < ?",
        row ->
            columns.put(
                row.getLong(1),
                new Projection(row.getString(2), row.getString(3), Optional.empty())),
        from,
        to);
    return columns;
  }

  Optional<Payload> payload(long seq) {
    return sql.first(
        "SELECT facts, salt FROM payload WHERE seq = ?",
        row -> Payload.of(row.getBytes(1), row.getBytes(2)),
        seq);
  }

  Map<Long, Payload> payloads(long from, long to) {
    Map<Long, Payload> payloads = new TreeMap<>();
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
