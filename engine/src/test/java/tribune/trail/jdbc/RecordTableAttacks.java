package tribune.trail.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static tribune.trail.jdbc.Attack.By.VERIFY;
import static tribune.trail.jdbc.Attack.Where.INDEX;
import static tribune.trail.jdbc.Attack.Where.TABLES;
import static tribune.trail.jdbc.Attack.sql;

import java.util.List;

/** On the tables of records, of their facts, and of what they are found by. */
final class RecordTableAttacks {
  private static final byte[] BRACES = "{}".getBytes(UTF_8);

  static final List<Attack> ALL =
      List.of(
          sql(
              "the bytes of another record",
              TABLES,
              VERIFY,
              3,
              "UPDATE record SET bytes = (SELECT bytes FROM record WHERE seq = 4) WHERE seq = 3"),
          sql(
              "a record of two braces",
              TABLES,
              VERIFY,
              3,
              "UPDATE record SET bytes = ? WHERE seq = 3",
              BRACES),
          sql(
              "the leaf hash of another record",
              TABLES,
              VERIFY,
              3,
              "UPDATE record SET leaf = (SELECT leaf FROM record WHERE seq = 4) WHERE seq = 3"),
          sql(
              "another record with its own leaf hash",
              TABLES,
              VERIFY,
              3,
              "UPDATE record SET (bytes, leaf) = (SELECT bytes, leaf FROM record WHERE seq = 4)"
                  + " WHERE seq = 3"),
          sql(
              "a record is back-dated",
              TABLES,
              VERIFY,
              3,
              "UPDATE record SET recorded_at = '2026-01-01T00:00:00.001Z' WHERE seq = 3"),
          sql(
              "a record is said to be of another type",
              TABLES,
              VERIFY,
              3,
              "UPDATE record SET record_type = 'trail.opened' WHERE seq = 3"),
          sql("a record is taken out", TABLES, VERIFY, 3, "DELETE FROM record WHERE seq = 3"),
          sql("the opening is taken out", TABLES, VERIFY, 0, "DELETE FROM record WHERE seq = 0"),
          sql(
              "a record is numbered past the end",
              TABLES,
              VERIFY,
              3,
              "UPDATE record SET seq = 30 WHERE seq = 3"),
          sql(
              "two records change places",
              TABLES,
              VERIFY,
              3,
              "UPDATE record r SET (bytes, leaf) ="
                  + " (SELECT o.bytes, o.leaf FROM record o WHERE o.seq = 7 - r.seq)"
                  + " WHERE r.seq IN (3, 4)"),
          sql(
              "a record is put behind the last",
              TABLES,
              VERIFY,
              9,
              "INSERT INTO record SELECT 9, bytes, leaf, recorded_at, record_type FROM record"
                  + " WHERE seq = 8"),
          sql(
              "a record is put before the first",
              INDEX,
              VERIFY,
              -1,
              "INSERT INTO record SELECT -1, bytes, leaf, recorded_at, record_type FROM record"
                  + " WHERE seq = 8"),
          sql(
              "other facts",
              TABLES,
              VERIFY,
              4,
              "UPDATE payload SET facts = ? WHERE seq = 4",
              BRACES),
          sql(
              "the facts of another record",
              TABLES,
              VERIFY,
              4,
              "UPDATE payload SET facts = (SELECT facts FROM payload WHERE seq = 5) WHERE seq = 4"),
          sql(
              "another salt",
              TABLES,
              VERIFY,
              4,
              "UPDATE payload SET salt = (SELECT leaf FROM record WHERE seq = 1) WHERE seq = 4"),
          sql("facts are taken out", TABLES, VERIFY, 4, "DELETE FROM payload WHERE seq = 4"),
          sql(
              "facts beside a record that is no audit",
              TABLES,
              VERIFY,
              0,
              "INSERT INTO payload SELECT 0, facts, salt FROM payload WHERE seq = 1"),
          sql(
              "facts of no record",
              TABLES,
              VERIFY,
              77,
              "INSERT INTO payload SELECT 77, facts, salt FROM payload WHERE seq = 1"),
          sql(
              "a verdict is turned",
              TABLES,
              VERIFY,
              5,
              "UPDATE decision SET verdict = 'PASS' WHERE seq = 5"),
          sql(
              "a decision is renamed",
              TABLES,
              VERIFY,
              5,
              "UPDATE decision SET id = 'other' WHERE seq = 5"),
          sql(
              "another revision",
              TABLES,
              VERIFY,
              5,
              "UPDATE decision SET revision = 2 WHERE seq = 5"),
          sql(
              "a decision is kept from being found",
              TABLES,
              VERIFY,
              5,
              "UPDATE decision SET search = '' WHERE seq = 5"),
          sql(
              "a decision has another submission key",
              TABLES,
              VERIFY,
              5,
              "UPDATE decision SET submission = 'x' WHERE seq = 5"),
          sql(
              "a decision is numbered past the end",
              TABLES,
              VERIFY,
              5,
              "UPDATE decision SET seq = 50 WHERE seq = 5"),
          sql("a decision is taken out", TABLES, VERIFY, 5, "DELETE FROM decision WHERE seq = 5"),
          sql(
              "a decision of a record that is no audit",
              TABLES,
              VERIFY,
              0,
              "UPDATE decision SET seq = 0 WHERE seq = 5"),
          sql(
              "a finding is turned",
              TABLES,
              VERIFY,
              6,
              "UPDATE finding SET outcome = 'PASS' WHERE seq = 6"),
          sql(
              "a finding of another check",
              TABLES,
              VERIFY,
              6,
              "UPDATE finding SET check_id = 'LTR-02' WHERE seq = 6"),
          sql("findings are taken out", TABLES, VERIFY, 6, "DELETE FROM finding WHERE seq = 6"),
          sql(
              "a finding is added",
              TABLES,
              VERIFY,
              6,
              "INSERT INTO finding VALUES (6, 'LTR-02', 'PASS')"),
          sql(
              "a finding of a record that is no audit",
              TABLES,
              VERIFY,
              0,
              "INSERT INTO finding VALUES (0, 'LTR-02', 'PASS')"),
          sql(
              "a finding of no record",
              TABLES,
              VERIFY,
              12,
              "INSERT INTO finding VALUES (12, 'LTR-02', 'PASS')"),
          sql(
              "a department is renamed",
              TABLES,
              VERIFY,
              6,
              "UPDATE department SET name = 'risk' WHERE seq = 6 AND name = 'sales'"),
          sql(
              "departments are taken out",
              TABLES,
              VERIFY,
              6,
              "DELETE FROM department WHERE seq = 6"),
          sql(
              "a department is added",
              TABLES,
              VERIFY,
              6,
              "INSERT INTO department VALUES (6, 'risk')"));

  private RecordTableAttacks() {}
}
