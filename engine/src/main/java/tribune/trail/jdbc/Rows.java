package tribune.trail.jdbc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tribune.trail.Payload;
import tribune.trail.Projection;
import tribune.trail.TrailRow;

/** Puts together all that the tables have of each record in a range. */
final class Rows {
  private final RecordTables records;
  private final AuditTables audits;

  Rows(RecordTables records, AuditTables audits) {
    this.records = records;
    this.audits = audits;
  }

  List<TrailRow> range(long from, long to) {
    Map<Long, Projection> columns = records.columns(from, to);
    Map<Long, Payload> payloads = records.payloads(from, to);
    Map<Long, Projection.Audit> found = audits.columns(from, to);
    return records.range(from, to).stream()
        .map(
            record -> {
              long seq = record.seq();
              Projection row = columns.get(seq);
              if (row == null) {
                throw new IllegalStateException("record " + seq + " is there and is not there");
              }
              Projection projection =
                  new Projection(row.at(), row.type(), Optional.ofNullable(found.get(seq)));
              return new TrailRow(
                  seq, record.bytes(), record.leaf(), payloads.get(seq), projection);
            })
        .toList();
  }
}
