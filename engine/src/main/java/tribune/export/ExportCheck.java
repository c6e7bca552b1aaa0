package tribune.export;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tribune.proof.ConsistencyProof;
import tribune.proof.Hash;
import tribune.proof.ProofRefused;
import tribune.proof.checkpoint.Checkpoint;
import tribune.proof.checkpoint.SignedCheckpoint;
import tribune.proof.note.VerifierKey;
import tribune.proof.text.Spelling;
import tribune.trail.Head;
import tribune.trail.StoredRecord;

/**
 * Checks an export: signatures, every file against the hash that was signed, every record against
 * its proof, facts and rule bases against what the records name, and, where this version wrote it,
 * every other file by writing it again. Memory does not grow with the export. {@code Verify.java}
 * does the same without the last and shares nothing with this. Used by one thread.
 */
public final class ExportCheck {
  private final Path export;
  private final VerifierKey key;
  private final SealedFiles files;
  private final List<ExportFormat> known;
  private final String version;

  /** Whether an export that nobody signed is taken. */
  public enum Signing {
    REQUIRED,
    /** Then records are proved, and what was made of them is only as good as its hash. */
    OPTIONAL
  }

  /**
   * @param key of the trail, from somebody who is trusted
   * @param known the formats that can be written here
   * @param version of Tribune here; what another one wrote is not written again
   */
  public ExportCheck(Path export, VerifierKey key, List<ExportFormat> known, String version) {
    this.export = requireNonNull(export, "export");
    this.key = requireNonNull(key, "key");
    this.files = new SealedFiles(export, key);
    this.known = List.copyOf(known);
    this.version = requireNonNull(version, "version");
  }

  /**
   * The key that an export names; it shows only that the export fits itself.
   *
   * @throws ExportUnsound if it names none
   */
  public static VerifierKey keyIn(Path export) {
    if (!Files.isRegularFile(export.resolve(ExportNames.KEY))) {
      throw new ExportUnsound(ExportNames.KEY, "no such file", "a file");
    }
    try {
      return VerifierKey.parse(Files.readString(export.resolve(ExportNames.KEY), UTF_8).strip());
    } catch (ProofRefused e) {
      throw new ExportUnsound(ExportNames.KEY, "no key (" + e.getMessage() + ")", "a verifier key");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Checks all of it.
   *
   * @param old an older checkpoint that the export has to go on from
   * @param progress may throw to stop
   * @throws ExportUnsound if something is not as it should be
   * @throws ExportRefused if an older checkpoint cannot be compared with a part of a trail
   * @throws UncheckedIOException if something cannot be read
   */
  public CheckedExport check(
      Optional<SignedCheckpoint> old, Signing signing, ExportProgress progress) {
    try {
      return checked(old, signing, progress);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CheckedExport checked(
      Optional<SignedCheckpoint> old, Signing signing, ExportProgress progress) throws IOException {
    for (String name : List.of(ExportNames.KEY, ExportNames.MANIFEST, ExportNames.CHECKPOINT)) {
      files.requireFile(name, "a file");
    }
    if (!Arrays.equals(files.bytes(ExportNames.KEY), (key.text() + "\n").getBytes(UTF_8))) {
      throw new ExportUnsound(ExportNames.KEY, "another key, or another spelling", key.text());
    }
    Optional<ExportStatement> statement = files.statement(signing);
    ExportManifest manifest = files.manifest(statement);
    files.requireNames(manifest, statement);
    Map<String, ExportUnsound> differing = files.differing(manifest, progress);
    try {
      CheckedExport checked = within(manifest, statement, old, differing.keySet(), progress);
      if (differing.isEmpty()) {
        return checked;
      }
    } catch (ExportUnsound inside) {
      boolean isOfOne = differing.keySet().stream().anyMatch(inside::isOf);
      if (differing.isEmpty() || isOfOne) {
        throw inside;
      }
    }
    String first =
        differing.containsKey(ExportNames.RECORDS)
            ? ExportNames.RECORDS
            : differing.keySet().iterator().next();
    throw located(first, manifest, differing).orElse(differing.get(first));
  }

  /**
   * The place in a file that has another hash than the one that is listed. A list of pieces that
   * was changed itself, while its file was not, is compared with the file.
   */
  private Optional<ExportUnsound> located(
      String path, ExportManifest manifest, Map<String, ExportUnsound> differing)
      throws IOException {
    for (Pieces pieces : Pieces.values()) {
      Optional<String> list = pieces.listOf(path).filter(it -> manifest.file(it).isPresent());
      if (list.isPresent() && !differing.containsKey(list.get())) {
        return PieceSearch.in(export, path, pieces, list.get());
      }
      Optional<String> file = pieces.listedIn(path).filter(it -> manifest.file(it).isPresent());
      if (file.isPresent() && !differing.containsKey(file.get())) {
        return PieceSearch.inList(export, file.get(), pieces, path);
      }
    }
    return Optional.empty();
  }

  /** What the files say, whatever their hashes. */
  private CheckedExport within(
      ExportManifest manifest,
      Optional<ExportStatement> statement,
      Optional<SignedCheckpoint> old,
      Set<String> differing,
      ExportProgress progress)
      throws IOException {
    ExportContext context = manifest.context();
    ExportedKeys keys =
        files.mayTellOfRotations() ? ExportedKeys.in(export, key) : ExportedKeys.only(key);
    requireCheckpoint(context, keys);
    requireSince(context, keys);
    Optional<Head> before = older(old, context, keys);
    boolean isComplete = manifest.file(ExportNames.PAYLOADS).isPresent();
    List<ExportFormat> derived = derivable(context, isComplete);
    RuleBaseFolder ruleBases = new RuleBaseFolder(export);
    long count = 0;
    long facts = 0;
    try (RecordLines records = new RecordLines(export, context, before, differing);
        Beside beside = new Beside(payloads(isComplete), ruleBases);
        Rederivation again = new Rederivation(export, manifest, derived)) {
      while (records.hasNext()) {
        StoredRecord record = records.next();
        beside.read(record);
        again.add(new ExportRow(record, beside));
        progress.record(++count, manifest.records());
      }
      records.requireEnd();
      facts = beside.end();
      progress.begins("comparing what was written again");
      again.finish();
    }
    if (isComplete) {
      ruleBases.requireNoOther(manifest);
    }
    if (count != manifest.records()) {
      throw new ExportUnsound(
          ExportNames.MANIFEST, manifest.records() + " records", count + " as there are");
    }
    Set<String> names = new TreeSet<>(context.formats());
    derived.forEach(format -> names.remove(format.name()));
    names.remove(JsonlFormat.NAME);
    return new CheckedExport(
        manifest,
        statement.map(it -> new CheckedExport.Signed(it.actor(), it.at(), it.record())),
        facts,
        ruleBases.count(),
        derived.stream().map(ExportFormat::name).toList(),
        List.copyOf(names));
  }

  private Optional<PayloadLines> payloads(boolean isComplete) throws IOException {
    return isComplete ? Optional.of(new PayloadLines(export)) : Optional.empty();
  }

  private List<ExportFormat> derivable(ExportContext context, boolean isComplete) {
    return known.stream()
        .filter(format -> context.formats().contains(format.name()))
        .filter(format -> !format.name().equals(JsonlFormat.NAME))
        .filter(format -> isComplete || format.reads().isEmpty())
        .filter(format -> context.tribune().equals(version))
        .toList();
  }

  private void requireCheckpoint(ExportContext context, ExportedKeys keys) throws IOException {
    SignedCheckpoint note = checkpoint(ExportNames.CHECKPOINT);
    Checkpoint signed = verified(ExportNames.CHECKPOINT, note, key);
    Optional<VerifierKey> beside = keys.besideAt(signed.size());
    beside.ifPresent(old -> verified(ExportNames.CHECKPOINT, note, old));
    int lines = note.signatures().size();
    boolean mayBeBoth = context.scope() != ExportScope.WHOLE && lines == 2;
    if (!mayBeBoth && lines != (beside.isPresent() ? 2 : 1)) {
      throw new ExportUnsound(
          ExportNames.CHECKPOINT, lines + " signature lines", "those of the trail's keys");
    }
    if (!signed.equals(context.checkpoint()) || !key.text().equals(context.key())) {
      throw new ExportUnsound(
          ExportNames.CHECKPOINT,
          "a checkpoint of " + signed.size() + " records with root " + signed.root(),
          "that of the manifest");
    }
  }

  private SignedCheckpoint checkpoint(String name) throws IOException {
    try {
      return SignedCheckpoint.parse(files.bytes(name));
    } catch (ProofRefused e) {
      throw new ExportUnsound(name, String.valueOf(e.getMessage()), "a signed checkpoint");
    }
  }

  private static Checkpoint verified(String where, SignedCheckpoint note, VerifierKey by) {
    try {
      return note.verifiedBy(List.of(by));
    } catch (ProofRefused e) {
      throw new ExportUnsound(where, String.valueOf(e.getMessage()), "one signed by " + by);
    }
  }

  /** An older checkpoint, signed by the key of its time. */
  private static Checkpoint older(String where, SignedCheckpoint note, ExportedKeys keys) {
    try {
      return verified(where, note, keys.at(note.claimed().size()));
    } catch (ProofRefused e) {
      throw new ExportUnsound(where, "a record that names no key", "the key of its time");
    }
  }

  private void requireSince(ExportContext context, ExportedKeys keys) throws IOException {
    if (context.since().isEmpty()) {
      return;
    }
    Head since = context.since().get();
    for (String name : List.of(ExportNames.SINCE, ExportNames.CONSISTENCY)) {
      files.requireFile(name, "a file, as the export leaves older records out");
    }
    Checkpoint older = older(ExportNames.SINCE, checkpoint(ExportNames.SINCE), keys);
    if (!new Head(older.size(), older.root()).equals(since)) {
      throw new ExportUnsound(ExportNames.SINCE, older.toString(), since + " as in the manifest");
    }
    try {
      new ConsistencyProof(since.size(), context.checkpoint().size(), hashes())
          .verify(since.root(), context.checkpoint().root());
    } catch (ProofRefused e) {
      throw new ExportUnsound(
          ExportNames.CONSISTENCY,
          String.valueOf(e.getMessage()),
          "a proof that checkpoint goes on from " + ExportNames.SINCE);
    }
  }

  private List<Hash> hashes() throws IOException {
    String text = new String(files.bytes(ExportNames.CONSISTENCY), US_ASCII);
    if (!text.isEmpty() && !text.endsWith("\n")) {
      throw new ExportUnsound(ExportNames.CONSISTENCY, "no newline at the end", "a hash a line");
    }
    return text.lines()
        .map(
            line ->
                Spelling.hash(line)
                    .orElseThrow(
                        () ->
                            new ExportUnsound(
                                ExportNames.CONSISTENCY, "another form", "a hash a line")))
        .toList();
  }

  private static Optional<Head> older(
      Optional<SignedCheckpoint> old, ExportContext context, ExportedKeys keys) {
    Optional<Head> before =
        old.map(it -> older("the older checkpoint", it, keys))
            .map(it -> new Head(it.size(), it.root()));
    if (before.isEmpty()) {
      return before;
    }
    if (context.scope() != ExportScope.WHOLE && !before.equals(context.since())) {
      throw new ExportRefused(
          "this export holds a part of the trail and no proof that it goes on from that"
              + " checkpoint; ask for one made with --since that file, or for the whole trail");
    }
    if (before.get().size() > context.checkpoint().size()) {
      throw new ExportUnsound(
          ExportNames.CHECKPOINT,
          context.checkpoint().size() + " records",
          before.get().size() + " or more, as in the older checkpoint");
    }
    return before;
  }
}
