package tribune.export;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import tribune.document.Manifest;
import tribune.proof.CompactRange;
import tribune.proof.Hash;
import tribune.proof.ProofRefused;
import tribune.proof.checkpoint.Checkpoint;
import tribune.trail.Body;
import tribune.trail.Payload;
import tribune.trail.RuleBaseRef;
import tribune.trail.StoredCheckpoint;
import tribune.trail.StoredRecord;
import tribune.trail.StoredRuleBase;
import tribune.trail.Trail;
import tribune.trail.TrailUnsound;
import tribune.trail.Unsoundness;

/**
 * The legal copy of a trail: a directory with every record, the facts, the rule bases, the newest
 * checkpoint and a program that checks all of it. Records are written as they are read, so memory
 * does not grow with the trail (but with the number of rule bases). The same checkpoint gives the
 * same bytes. Nothing unsound is exported: what is written must come to the signed root. The form
 * is in {@code docs/exports.md}. Used by one thread.
 */
public final class LegalCopy {
  static final String RECORDS = "records.jsonl";
  static final String LEAVES = "leaves.txt";
  static final String PAYLOADS = "payloads.jsonl";
  static final String CHECKPOINT = "checkpoint";
  static final String KEY = "key.vkey";
  static final String RULE_BASES = "rulebases";
  static final String VERIFIER = "Verify.java";
  static final String README = "README.txt";

  private static final String ADVICE = "run `trail verify`, which names the first bad record";

  private final Trail trail;
  private final StoredCheckpoint newest;
  private final Checkpoint checkpoint;
  private final ExportDirectory directory;
  private final TreeSet<Hash> ruleBases = new TreeSet<>((a, b) -> a.hex().compareTo(b.hex()));
  private long payloads;

  private LegalCopy(Trail trail, StoredCheckpoint newest, ExportDirectory directory) {
    this.trail = trail;
    this.newest = newest;
    this.checkpoint = verified(newest);
    this.directory = directory;
  }

  /**
   * Writes the copy.
   *
   * @param place where the directory is to be; made, with those above it, if it is not there
   * @param written told how many records are written, after each; may throw to stop
   * @throws ExportRefused if the place is taken, or nothing was signed yet
   * @throws TrailUnsound if what is stored is not what was signed
   * @throws UncheckedIOException if the directory cannot be written
   */
  public static Exported of(Trail trail, Path place, LongConsumer written) {
    StoredCheckpoint newest =
        trail
            .proofs()
            .newest()
            .orElseThrow(
                () ->
                    new ExportRefused(
                        "found no signed checkpoint in the trail, and an export needs one; the"
                            + " next record is recorded with one"));
    try (ExportDirectory directory = ExportDirectory.begin(place)) {
      Exported exported = new LegalCopy(trail, newest, directory).write(written);
      directory.publish();
      return exported;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Exported write(LongConsumer written) throws IOException {
    CompactRange tree = writeRecords(written);
    if (tree.size() != checkpoint.size() || !tree.root().equals(checkpoint.root())) {
      throw unsound(
          OptionalLong.empty(),
          tree.size() + " records with root " + tree.root(),
          checkpoint.size() + " records with root " + checkpoint.root() + " as signed");
    }
    for (Hash sha256 : ruleBases) {
      write(ruleBase(sha256));
    }
    directory.write(CHECKPOINT, newest.note().toArray());
    directory.write(KEY, (newest.key() + "\n").getBytes(UTF_8));
    directory.write(VERIFIER, resource(VERIFIER));
    directory.write(README, resource(README));
    long later = trail.head().size() - checkpoint.size();
    return new Exported(checkpoint, newest.key(), payloads, ruleBases.size(), later);
  }

  private CompactRange writeRecords(LongConsumer written) throws IOException {
    CompactRange tree = CompactRange.empty();
    try (OutputStream records = directory.file(RECORDS);
        OutputStream leaves = directory.file(LEAVES);
        OutputStream facts = directory.file(PAYLOADS);
        Stream<StoredRecord> all = trail.records(0).limit(checkpoint.size())) {
      for (Iterator<StoredRecord> next = all.iterator(); next.hasNext(); ) {
        StoredRecord record = next.next();
        records.write(record.bytes());
        records.write('\n');
        leaves.write((record.leaf().hex() + "\n").getBytes(US_ASCII));
        if (record.content().body() instanceof Body.Audited audited) {
          writePayload(record.seq(), audited, facts);
        }
        record.content().body().namedRuleBase().map(RuleBaseRef::sha256).ifPresent(ruleBases::add);
        tree = tree.plus(record.leaf(), node -> {});
        written.accept(tree.size());
      }
    }
    return tree;
  }

  /** The facts stand in the line as the bytes that are committed to, whatever they are. */
  private void writePayload(long seq, Body.Audited audited, OutputStream out) throws IOException {
    Hash commitment = audited.facts().commitment();
    Payload payload =
        trail
            .payload(seq)
            .filter(it -> it.commitment().equals(commitment))
            .orElseThrow(
                () ->
                    unsound(
                        OptionalLong.of(seq),
                        "no facts, or others",
                        "facts with commitment " + commitment));
    out.write("{\"facts\":".getBytes(US_ASCII));
    out.write(payload.facts());
    String salt = HexFormat.of().formatHex(payload.salt());
    out.write((",\"salt\":\"" + salt + "\",\"seq\":" + seq + "}\n").getBytes(US_ASCII));
    payloads++;
  }

  private StoredRuleBase ruleBase(Hash sha256) {
    return trail
        .ruleBase(sha256)
        .orElseThrow(
            () -> unsound(OptionalLong.empty(), "no such rule base", "rule base " + sha256));
  }

  private void write(StoredRuleBase ruleBase) throws IOException {
    String name = RULE_BASES + "/" + ruleBase.sha256().hex();
    Map<String, byte[]> files = ruleBase.files();
    directory.write(name + ".manifest", Manifest.of(files).getBytes(UTF_8));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      directory.write(name + "/" + file.getKey(), file.getValue());
    }
  }

  private static Checkpoint verified(StoredCheckpoint newest) {
    try {
      return newest.verified();
    } catch (ProofRefused e) {
      throw unsound(
          OptionalLong.empty(),
          "a newest checkpoint that does not hold (" + e.getMessage() + ")",
          "one that the trail signed");
    }
  }

  private static TrailUnsound unsound(OptionalLong seq, String found, String expected) {
    return new TrailUnsound(new Unsoundness(seq, "what is exported", found, expected, ADVICE));
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in =
        requireNonNull(LegalCopy.class.getResourceAsStream(name), "part of this jar")) {
      return in.readAllBytes();
    }
  }
}
