package tribune.trail.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
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
            row -> {
              String name = row.getString(1);
              String version = row.getString(2);
              return readable(() -> new RuleBaseRef(sha256, name, version));
            },
            sha256)
        .flatMap(Function.identity());
  }

  Optional<StoredRuleBase> ruleBase(Hash sha256) {
    TreeMap<String, byte[]> files = new TreeMap<>();
    sql.list(
        "SELECT path, bytes FROM rulebase_file WHERE sha256 = ?",
        row -> files.put(row.getString(1), row.getBytes(2)),
        sha256);
    return files.isEmpty()
        ? Optional.empty()
        : ref(sha256)
            .flatMap(ref -> readable(() -> StoredRuleBase.of(ref.name(), ref.version(), files)));
  }

  /** Somebody may have put names or paths into the tables that no rule base can have. */
  private static <T> Optional<T> readable(Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Those of rule bases and those of files, which may be of no rule base. */
  List<Hash> hashes() {
    return sql.list(
        "SELECT sha256 FROM rulebase UNION SELECT sha256 FROM rulebase_file ORDER BY sha256",
        row -> Sql.hash(row, "sha256"));
  }
}
