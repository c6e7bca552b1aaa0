package tribune.trail.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import tribune.proof.Hash;
import tribune.trail.RuleBaseRef;
import tribune.trail.StoredRuleBase;

/** The tables {@code rulebase} and {@code rulebase_file}. */
final class RuleBaseTables {
  private final Sql sql;

  RuleBaseTables(Sql sql) {
    this.sql = sql;
  }

  void add(StoredRuleBase ruleBase) throws SQLException {
    RuleBaseRef ref = ruleBase.ref();
    if (ref(ref.sha256()).isPresent()) {
      return;
    }
    sql.update(
        "INSERT INTO rulebase (sha256, name, version) VALUES (?, ?, ?)",
        ref.sha256(),
        ref.name(),
        ref.version());
    List<Object[]> files = new ArrayList<>();
    ruleBase.files().forEach((path, bytes) -> files.add(new Object[] {ref.sha256(), path, bytes}));
    sql.updateAll("INSERT INTO rulebase_file (sha256, path, bytes) VALUES (?, ?, ?)", files);
  }

  Optional<RuleBaseRef> ref(Hash sha256) {
    return sql.first(
        "SELECT name, version FROM rulebase WHERE sha256 = ?",
        row -> new RuleBaseRef(sha256, row.getString(1), row.getString(2)),
        sha256);
  }

  Optional<StoredRuleBase> ruleBase(Hash sha256) {
    TreeMap<String, byte[]> files = new TreeMap<>();
    sql.list(
        "SELECT path, bytes FROM rulebase_file WHERE sha256 = ?",
        row -> files.put(row.getString(1), row.getBytes(2)),
        sha256);
    return files.isEmpty()
        ? Optional.empty()
        : ref(sha256).map(ref -> StoredRuleBase.of(ref.name(), ref.version(), files));
  }

  List<Hash> hashes() {
    return sql.list("SELECT sha256 FROM rulebase ORDER BY sha256", row -> Sql.hash(row, "sha256"));
  }
}
