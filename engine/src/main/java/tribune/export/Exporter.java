package tribune.export;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import tribune.document.Json;
import tribune.document.Sha256;
import tribune.proof.ConsistencyProof;
import tribune.proof.Hash;
import tribune.proof.ProofRefused;
import tribune.proof.checkpoint.Checkpoint;
import tribune.proof.checkpoint.SignedCheckpoint;
import tribune.proof.note.VerifierKey;
import tribune.trail.EngineRef;
import tribune.trail.ExportRef;
import tribune.trail.Filter;
import tribune.trail.Head;
import tribune.trail.KeyRefused;
import tribune.trail.Receipt;
import tribune.trail.StoredCheckpoint;
import tribune.trail.StoredRecord;
import tribune.trail.Trail;
import tribune.trail.TrailUnsound;

/**
 * Copies a trail, or a part of it, into a directory for others, in one or several formats. The
 * trail is read once, in order, and every record goes to all formats, so memory does not grow with
 * it (but with the number of audits that a filter wants, 8 bytes each, and of rule bases). The same
 * checkpoint and request give the same bytes, in every file but the statement, which says who and
 * when. Nothing unsound is exported. The form is in {@code docs/exports.md}. Used by one thread.
 */
public final class Exporter {
  private final Trail trail;
  private final EngineRef engine;

  /**
   * @param engine the versions that stand in the manifest and in the record
   */
  public Exporter(Trail trail, EngineRef engine) {
    this.trail = requireNonNull(trail, "trail");
    this.engine = requireNonNull(engine, "engine");
  }

  /**
   * Makes an export of what the newest checkpoint covers. It is recorded before it is put in its
   * place, so that there is none that the trail does not know of.
   *
   * @param place where the directory is to be; made, with those above it, if it is not there
   * @throws ExportRefused if the place is taken, nothing was signed yet, there is no such column,
   *     or the trail does not go on from the older checkpoint
   * @throws TrailUnsound if what is stored is not what was signed
   * @throws tribune.trail.TrailException if it cannot be recorded
   * @throws UncheckedIOException if the directory cannot be written
   */
  public Exported export(
      ExportRequest request, Path place, ExportedBy by, ExportProgress progress) {
    requireColumns(request);
    if (by.recording() == ExportedBy.Recording.RECORDED && trail.held().isPresent()) {
      throw trail.held().get();
    }
    StoredCheckpoint newest = newest();
    requireOneKey(request, newest);
    ExportContext context = context(request, newest);
    Optional<ConsistencyProof> consistency = context.since().map(since -> goesOn(since, context));
    try (ExportDirectory directory = ExportDirectory.begin(place)) {
      long records = writeRecords(request, context, directory, progress);
      directory.write(ExportNames.CHECKPOINT, newest.note().toArray());
      directory.write(ExportNames.KEY, (newest.key() + "\n").getBytes(UTF_8));
      directory.write(ExportNames.VERIFIER, resource(ExportNames.VERIFIER));
      directory.write(ExportNames.README, resource(ExportNames.README));
      if (consistency.isPresent()) {
        directory.write(ExportNames.SINCE, request.since().orElseThrow().bytes());
        directory.write(ExportNames.CONSISTENCY, lines(consistency.get()));
      }
      ExportManifest manifest = new ExportManifest(context, records, directory.entries());
      Exported exported = sealed(manifest, directory, by);
      directory.publish();
      return exported;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireColumns(ExportRequest request) {
    List<String> unknown = request.unknownColumns();
    if (!unknown.isEmpty()) {
      throw new ExportRefused(
          "no table of these formats has a column "
              + String.join(", ", unknown)
              + "; there are: "
              + String.join(", ", request.columnsThereAre()));
    }
  }

  /** The records that lead from key to key are no audits, so a filter leaves them out. */
  private void requireOneKey(ExportRequest request, StoredCheckpoint newest) {
    boolean isOfOlderKey =
        request
            .since()
            .flatMap(since -> trail.proofs().keyAt(since.claimed().size()))
            .filter(key -> !key.equals(newest.key()))
            .isPresent();
    if (isOfOlderKey && request.filter().isPresent()) {
      throw new ExportRefused(
          "the signing key was exchanged after the older checkpoint, and a filtered export has no"
              + " record of that; leave the filter out, or name a checkpoint of the key in force");
    }
  }

  private StoredCheckpoint newest() {
    return trail
        .proofs()
        .newest()
        .orElseThrow(
            () ->
                new ExportRefused(
                    "found no signed checkpoint in the trail, and an export needs one; the next"
                        + " record is recorded with one"));
  }

  private ExportContext context(ExportRequest request, StoredCheckpoint newest) {
    return new ExportContext(
        verified(newest),
        newest.key(),
        request.scope(),
        request.filter().map(FilterJson::write).orElse(Json.Members.owning(new TreeMap<>())),
        request.since().map(since -> since(since, newest)),
        ExportRequest.names(request.formats()),
        request.columns(),
        request.cells(),
        engine.tribune());
  }

  private static Checkpoint verified(StoredCheckpoint newest) {
    try {
      return newest.verified();
    } catch (ProofRefused e) {
      throw TrailAttachments.unsound(
          OptionalLong.empty(),
          "a newest checkpoint that does not hold (" + e.getMessage() + ")",
          "one that the trail signed");
    }
  }

  /** An older checkpoint, signed by the key of its time. */
  private Head since(SignedCheckpoint since, StoredCheckpoint newest) {
    try {
      String key = trail.proofs().keyAt(since.claimed().size()).orElse(newest.key());
      Checkpoint older = since.verifiedBy(List.of(VerifierKey.parse(key)));
      return new Head(older.size(), older.root());
    } catch (ProofRefused e) {
      throw new ExportRefused(
          "the older checkpoint is none of this trail: "
              + e.getMessage()
              + "; name one that this trail signed");
    }
  }

  private ConsistencyProof goesOn(Head since, ExportContext context) {
    Checkpoint now = context.checkpoint();
    if (since.size() > now.size()) {
      throw new ExportRefused(
          "the older checkpoint is over "
              + since.size()
              + " records, and the trail has "
              + now.size()
              + "; it was cut, or the checkpoint is of another copy");
    }
    ConsistencyProof proof = trail.proofs().consistency(since.size(), now.size());
    try {
      proof.verify(since.root(), now.root());
    } catch (ProofRefused e) {
      throw TrailAttachments.unsound(
          OptionalLong.empty(),
          "a trail that does not go on from the older checkpoint (" + e.getMessage() + ")",
          "the same first " + since.size() + " records");
    }
    return proof;
  }

  private static byte[] lines(ConsistencyProof proof) {
    StringBuilder lines = new StringBuilder();
    proof.hashes().forEach(hash -> lines.append(hash.base64()).append('\n'));
    return lines.toString().getBytes(US_ASCII);
  }

  private long writeRecords(
      ExportRequest request,
      ExportContext context,
      ExportDirectory directory,
      ExportProgress progress)
      throws IOException {
    Attachments attachments = new TrailAttachments(trail);
    Map<String, FormatWriter> writers = new LinkedHashMap<>();
    try (Selection selection = selection(request, context)) {
      writers.put("proofs", new EvidenceWriter(trail, context, directory.of("", Pieces.NONE)));
      for (ExportFormat format : request.formats()) {
        writers.put(
            format.name(), format.begin(context, directory.of(format.name(), format.pieces())));
      }
      long written = 0;
      for (Iterator<StoredRecord> next = selection.records().iterator(); next.hasNext(); ) {
        ExportRow row = new ExportRow(next.next(), attachments);
        for (FormatWriter writer : writers.values()) {
          writer.add(row);
        }
        progress.record(++written, selection.total());
      }
      for (Map.Entry<String, FormatWriter> writer : writers.entrySet()) {
        progress.begins("finishing " + writer.getKey());
        writer.getValue().finish();
      }
      return written;
    } finally {
      for (FormatWriter writer : writers.values()) {
        writer.close();
      }
    }
  }

  /** The records that are exported, oldest first, and how many there are. */
  private record Selection(Stream<StoredRecord> records, long total) implements AutoCloseable {
    @Override
    public void close() {
      records.close();
    }
  }

  private Selection selection(ExportRequest request, ExportContext context) {
    long size = context.checkpoint().size();
    long first = context.since().map(Head::size).orElse(0L);
    if (request.filter().isEmpty()) {
      return new Selection(trail.records(first).limit(size - first), size - first);
    }
    Filter filter = request.filter().get().withBefore(size);
    long[] places = Arrays.stream(trail.places(filter)).filter(place -> place >= first).toArray();
    return new Selection(
        Arrays.stream(places).mapToObj(place -> trail.at(place).orElseThrow()), places.length);
  }

  /** Writes the manifest and the statement over it, and has the trail know of it. */
  private Exported sealed(ExportManifest manifest, ExportDirectory directory, ExportedBy by)
      throws IOException {
    byte[] bytes = manifest.bytes();
    Hash sha256 = Hash.ofHex(Sha256.hex(bytes));
    directory.write(ExportNames.MANIFEST, bytes);
    long later = trail.head().size() - manifest.context().checkpoint().size();
    Optional<Receipt> receipt =
        by.recording() == ExportedBy.Recording.RECORDED
            ? Optional.of(trail.recordExport(by.actor(), engine, reference(manifest, sha256)))
            : Optional.empty();
    Optional<byte[]> statement =
        signed(ExportStatement.of(manifest, sha256, by, receipt.map(Receipt::seq)), by);
    if (statement.isEmpty()) {
      return new Exported(manifest, sha256, later, receipt, Exported.Signature.UNSIGNED);
    }
    directory.write(ExportNames.STATEMENT, statement.get());
    return new Exported(manifest, sha256, later, receipt, Exported.Signature.SIGNED);
  }

  private static ExportRef reference(ExportManifest manifest, Hash sha256) {
    ExportContext context = manifest.context();
    return new ExportRef(
        sha256,
        context.formats(),
        context.filter(),
        manifest.records(),
        context.checkpoint().size(),
        context.checkpoint().root());
  }

  private Optional<byte[]> signed(ExportStatement statement, ExportedBy by) {
    try {
      return Optional.of(
          trail.proofs().attest(ExportStatement.MEDIA_TYPE, statement.bytes()).bytes());
    } catch (KeyRefused e) {
      if (by.recording() == ExportedBy.Recording.RECORDED) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in =
        requireNonNull(Exporter.class.getResourceAsStream(name), "part of this jar")) {
      return in.readAllBytes();
    }
  }
}
