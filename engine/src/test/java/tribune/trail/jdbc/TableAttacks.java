package tribune.trail.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static tribune.trail.jdbc.Attack.By.EITHER;
import static tribune.trail.jdbc.Attack.By.OPENING;
import static tribune.trail.jdbc.Attack.By.VERIFY;
import static tribune.trail.jdbc.Attack.Where.DATABASE;
import static tribune.trail.jdbc.Attack.Where.INDEX;
import static tribune.trail.jdbc.Attack.Where.TABLES;
import static tribune.trail.jdbc.Attack.sql;

import java.util.List;

/**
 * What somebody may do to the tables of a trail past all rights and triggers: each column, rows
 * taken out, put in, copied and exchanged, and the head.
 */
final class TableAttacks {
  private static final byte[] BRACES = "{}".getBytes(UTF_8);
  private static final byte[] NOTHING = {};

  /** All of them, on every store. */
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
              "INSERT INTO department VALUES (6, 'risk')"),
          sql(
              "the hash of a node",
              TABLES,
              VERIFY,
              1,
              "UPDATE node SET hash = (SELECT leaf FROM record WHERE seq = 1)"
                  + " WHERE level = 1 AND idx = 0"),
          sql(
              "a node is taken out",
              TABLES,
              VERIFY,
              5,
              "DELETE FROM node WHERE level = 1 AND idx = 2"),
          sql(
              "a node at another place",
              TABLES,
              VERIFY,
              5,
              "UPDATE node SET idx = 9 WHERE level = 1 AND idx = 2"),
          sql(
              "a node on another level",
              TABLES,
              VERIFY,
              5,
              "UPDATE node SET level = 7 WHERE level = 1 AND idx = 2"),
          sql(
              "a node too many",
              TABLES,
              VERIFY,
              8,
              "INSERT INTO node SELECT 1, 4, leaf FROM record WHERE seq = 1"),
          sql(
              "a rule file is emptied",
              TABLES,
              VERIFY,
              1,
              "UPDATE rulebase_file SET bytes = ? WHERE path = 'rulebase.yaml'",
              NOTHING),
          sql(
              "a rule file is renamed",
              TABLES,
              VERIFY,
              1,
              "UPDATE rulebase_file SET path = 'rulebase.yml' WHERE path = 'rulebase.yaml'"),
          sql(
              "a rule file is taken out",
              TABLES,
              VERIFY,
              1,
              "DELETE FROM rulebase_file WHERE path = 'rulebase.yaml'"),
          sql("all rule files are taken out", TABLES, VERIFY, 1, "DELETE FROM rulebase_file"),
          sql(
              "a rule file is added",
              TABLES,
              VERIFY,
              1,
              "INSERT INTO rulebase_file SELECT sha256, 'x', bytes FROM rulebase_file"
                  + " WHERE path = 'rulebase.yaml'"),
          sql(
              "a rule file is moved to another rule base",
              TABLES,
              VERIFY,
              1,
              "UPDATE rulebase_file SET sha256 = (SELECT leaf FROM record WHERE seq = 1)"
                  + " WHERE path = 'rulebase.yaml'"),
          sql(
              "files of a rule base that no record names",
              TABLES,
              VERIFY,
              8,
              "INSERT INTO rulebase_file SELECT (SELECT leaf FROM record WHERE seq = 1), path, bytes"
                  + " FROM rulebase_file"),
          sql("a rule base is renamed", TABLES, EITHER, 1, "UPDATE rulebase SET name = 'other'"),
          sql("a rule base without a name", TABLES, EITHER, 1, "UPDATE rulebase SET name = ''"),
          sql(
              "a rule file with a path that none can have",
              TABLES,
              VERIFY,
              1,
              "UPDATE rulebase_file SET path = '../rules' WHERE path = 'rulebase.yaml'"),
          sql(
              "another version of a rule base",
              TABLES,
              EITHER,
              1,
              "UPDATE rulebase SET version = '9'"),
          sql(
              "another hash of a rule base",
              TABLES,
              EITHER,
              1,
              "UPDATE rulebase SET sha256 = (SELECT leaf FROM record WHERE seq = 1)"),
          sql("a rule base is taken out", TABLES, EITHER, 1, "DELETE FROM rulebase"),
          sql(
              "a rule base that no record names",
              TABLES,
              VERIFY,
              8,
              "INSERT INTO rulebase SELECT leaf, 'x', '1' FROM record WHERE seq = 1"),
          sql(
              "the checkpoint over another size",
              TABLES,
              VERIFY,
              4,
              "UPDATE checkpoint SET note = (SELECT note FROM checkpoint WHERE size = 6)"
                  + " WHERE size = 5"),
          sql(
              "no note for a checkpoint",
              TABLES,
              VERIFY,
              4,
              "UPDATE checkpoint SET note = ? WHERE size = 5",
              BRACES),
          sql(
              "a checkpoint under another key",
              TABLES,
              VERIFY,
              4,
              "UPDATE checkpoint SET verifier = 'somebody' WHERE size = 5"),
          sql(
              "a checkpoint beyond the end",
              TABLES,
              VERIFY,
              20,
              "INSERT INTO checkpoint SELECT 21, verifier, note FROM checkpoint WHERE size = 5"),
          sql(
              "a checkpoint is taken out of the index",
              INDEX,
              VERIFY,
              4,
              "DELETE FROM checkpoint WHERE size = 5"),
          sql(
              "the bytes of the last record",
              TABLES,
              OPENING,
              8,
              "UPDATE record SET bytes = (SELECT bytes FROM record WHERE seq = 4) WHERE seq = 8"),
          sql(
              "another record in the place of the last",
              TABLES,
              OPENING,
              8,
              "UPDATE record SET (bytes, leaf) = (SELECT bytes, leaf FROM record WHERE seq = 4)"
                  + " WHERE seq = 8"),
          sql(
              "the last record is taken out",
              TABLES,
              OPENING,
              8,
              "DELETE FROM record WHERE seq = 8"),
          sql(
              "a node that the root needs",
              TABLES,
              OPENING,
              7,
              "UPDATE node SET hash = (SELECT leaf FROM record WHERE seq = 1) WHERE level = 3"),
          sql(
              "a node that the root needs is taken out",
              TABLES,
              OPENING,
              7,
              "DELETE FROM node WHERE level = 3"),
          sql(
              "the newest checkpoint is taken out of the index",
              INDEX,
              OPENING,
              8,
              "DELETE FROM checkpoint WHERE size = 9"),
          sql(
              "no note for the newest checkpoint of the index",
              INDEX,
              OPENING,
              8,
              "UPDATE checkpoint SET note = ? WHERE size = 9",
              BRACES),
          sql(
              "no note for the newest checkpoint of a database",
              DATABASE,
              VERIFY,
              8,
              "UPDATE checkpoint SET note = ? WHERE size = 9",
              BRACES),
          sql(
              "another root in the head",
              TABLES,
              OPENING,
              8,
              "UPDATE head SET root = (SELECT leaf FROM record WHERE seq = 1)"),
          sql("a head that is too small", INDEX, OPENING, 8, "UPDATE head SET size = 8"),
          sql("a smaller head of a database", DATABASE, OPENING, 7, "UPDATE head SET size = 8"),
          sql("a head that is too large", TABLES, OPENING, 9, "UPDATE head SET size = 10"),
          sql(
              "a head beyond the journal",
              INDEX,
              OPENING,
              9,
              "UPDATE head SET journal_offset = 1000000000"),
          sql(
              "a head within a line of the journal",
              INDEX,
              OPENING,
              8,
              "UPDATE head SET journal_offset = journal_offset - 1"),
          sql(
              "a head at the start of the journal",
              INDEX,
              OPENING,
              0,
              "UPDATE head SET journal_offset = 0"));

  private TableAttacks() {}
}
