package tribune.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import tribune.document.Sha256;
import tribune.proof.Hash;
import tribune.trail.RecentRuleBases;
import tribune.trail.RuleBaseRef;
import tribune.trail.StoredRuleBase;

/** The rule bases in an export, each checked when it is first named. Used by one thread. */
final class RuleBaseFolder {
  private final Path export;
  private final TreeSet<String> named = new TreeSet<>();
  private final RecentRuleBases<Hash, StoredRuleBase> kept = new RecentRuleBases<>();
  private long count;

  RuleBaseFolder(Path export) {
    this.export = export;
  }

  /**
   * The rule base that a record names.
   *
   * @throws ExportUnsound if a file of it is missing or another one
   */
  StoredRuleBase ruleBase(RuleBaseRef ref) throws IOException {
    Optional<StoredRuleBase> known = kept.find(ref.sha256());
    return known.isPresent() ? known.get() : kept.keep(ref.sha256(), read(ref));
  }

  private StoredRuleBase read(RuleBaseRef ref) throws IOException {
    String folder = ExportNames.RULE_BASES + "/" + ref.sha256().hex();
    String manifest = folder + ".manifest";
    count += named.contains(manifest) ? 0 : 1;
    byte[] lines = file(manifest, ref.sha256().hex());
    Map<String, byte[]> files = new TreeMap<>();
    for (String line : new String(lines, UTF_8).split("\n", -1)) { // as sha256sum writes it
      if (!line.isEmpty()) {
        String path = line.substring(66);
        files.put(path, file(folder + "/" + path, line.substring(0, 64)));
      }
    }
    return StoredRuleBase.of(ref.name(), ref.version(), files);
  }

  private byte[] file(String path, String sha256) throws IOException {
    Path file = export.resolve(path);
    if (!Files.isRegularFile(file)) {
      throw new ExportUnsound(path, "no such file", "a file with SHA-256 " + sha256);
    }
    byte[] bytes = Files.readAllBytes(file);
    if (!Sha256.hex(bytes).equals(sha256)) {
      throw new ExportUnsound(path, "SHA-256 " + Sha256.hex(bytes), sha256);
    }
    named.add(path);
    return bytes;
  }

  /** Every listed file of a rule base belongs to one that a record names. */
  void requireNoOther(ExportManifest manifest) {
    for (FileEntry file : manifest.files()) {
      if (file.path().startsWith(ExportNames.RULE_BASES + "/") && !named.contains(file.path())) {
        throw new ExportUnsound(file.path(), "a file of no rule base", "nothing");
      }
    }
  }

  /** How many there are. */
  long count() {
    return count;
  }
}
