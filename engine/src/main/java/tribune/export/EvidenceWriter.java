package tribune.export;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.OptionalLong;
import tribune.proof.CompactRange;
import tribune.proof.Hash;
import tribune.proof.InclusionProof;
import tribune.proof.ProofRefused;
import tribune.proof.checkpoint.Checkpoint;
import tribune.trail.Trail;

/**
 * Writes what every export has of its records: their bytes, and what proves that these are records
 * of the trail. That is the list of leaves if all records are there, and an inclusion proof for
 * each if not. What does not come to the signed root is not exported. Used by one thread.
 */
final class EvidenceWriter implements FormatWriter {
  private final Trail trail;
  private final ExportContext context;
  private final ExportFile records;
  private final ExportFile proofs;
  private CompactRange tree = CompactRange.empty();

  EvidenceWriter(Trail trail, ExportContext context, ExportFiles files) throws IOException {
    this.trail = trail;
    this.context = context;
    this.records = files.file(ExportNames.RECORDS);
    this.proofs = files.file(isWhole() ? ExportNames.LEAVES : ExportNames.PROOFS);
  }

  private boolean isWhole() {
    return context.scope() == ExportScope.WHOLE;
  }

  @Override
  public void add(ExportRow row) throws IOException {
    records.write(row.bytes());
    records.write('\n');
    records.row();
    if (isWhole()) {
      proofs.write((row.leaf().hex() + "\n").getBytes(US_ASCII));
      tree = tree.plus(row.leaf(), node -> {});
    } else {
      proofs.write(proof(row).getBytes(US_ASCII));
    }
    proofs.row();
  }

  /** The number of the record and the hashes of its inclusion proof, in base64, on one line. */
  private String proof(ExportRow row) {
    Checkpoint checkpoint = context.checkpoint();
    InclusionProof proof = trail.proofs().inclusion(row.seq(), checkpoint.size());
    try {
      proof.verify(row.leaf(), checkpoint.root());
    } catch (ProofRefused e) {
      throw TrailAttachments.unsound(
          OptionalLong.of(row.seq()),
          "a record that is not in the signed tree (" + e.getMessage() + ")",
          "one with a proof to root " + checkpoint.root());
    }
    StringBuilder line = new StringBuilder().append(row.seq());
    for (Hash hash : proof.hashes()) {
      line.append(' ').append(hash.base64());
    }
    return line.append('\n').toString();
  }

  @Override
  public void finish() throws IOException {
    Checkpoint checkpoint = context.checkpoint();
    if (isWhole() && (tree.size() != checkpoint.size() || !tree.root().equals(checkpoint.root()))) {
      throw TrailAttachments.unsound(
          OptionalLong.empty(),
          tree.size() + " records with root " + tree.root(),
          checkpoint.size() + " records with root " + checkpoint.root() + " as signed");
    }
    records.close();
    proofs.close();
  }
}
