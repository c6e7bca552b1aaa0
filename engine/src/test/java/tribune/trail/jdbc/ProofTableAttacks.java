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

/** On the tables of what records are proved by, and of the rule bases that they name. */
final class ProofTableAttacks {
  private static final byte[] BRACES = "{}".getBytes(UTF_8);
  private static final byte[] NOTHING = {};

  static final List<Attack> ALL =
      List.of(
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

  private ProofTableAttacks() {}
}
