package tribune.trail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tribune.proof.CompactRange;
import tribune.proof.TreeHash;
import tribune.proof.checkpoint.Checkpoint;
import tribune.proof.checkpoint.SignedCheckpoint;
import tribune.proof.note.Signer;

/**
 * The lines of a journal in the hands of somebody who knows how it is made: after a change he
 * numbers records anew, hashes them, and makes tree and seals fit. What he cannot do without the
 * key is sign.
 */
public final class ForgedJournal {
  private final Optional<Signer> signer;
  private final String origin;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private CompactRange tree = CompactRange.empty();
  private long sealed;
  private long start;

  private ForgedJournal(String origin, Optional<Signer> signer) {
    this.origin = origin;
    this.signer = signer;
  }

  /**
   * The journal of these lines with everything made to fit.
   *
   * @param lines the header, then lines as they are or as they were changed
   * @param signer signs the checkpoints; without one they stay as they are
   */
  public static byte[] resealed(List<String> lines, String origin, Optional<Signer> signer) {
    ForgedJournal forged = new ForgedJournal(origin, signer);
    forged.out.writeBytes((lines.get(0) + "\n").getBytes(UTF_8));
    forged.start = forged.out.size();
    lines.subList(1, lines.size()).forEach(forged::add);
    return forged.out.toByteArray();
  }

  private void add(String line) {
    List<String> parts = new ArrayList<>(List.of(line.split("\t", -1)));
    switch (parts.get(0)) {
      case "record" -> {
        String record = parts.get(4).replaceFirst("\"seq\":\\d+", "\"seq\":" + tree.size());
        parts.set(4, record);
        parts.set(1, TreeHash.leaf(record.getBytes(UTF_8)).hex());
        tree = tree.plus(TreeHash.leaf(record.getBytes(UTF_8)), node -> {});
        write(String.join("\t", parts));
      }
      case "checkpoint" -> signer.ifPresentOrElse(this::sign, () -> write(line));
      case "seal" -> {
        JournalLine.write(
            new JournalLine.SealLine(sealed, new Head(tree.size(), tree.root()), start), out);
        sealed = tree.size();
        start = out.size();
      }
      default -> write(line);
    }
  }

  private void sign(Signer key) {
    SignedCheckpoint signed =
        SignedCheckpoint.sign(Checkpoint.of(origin, tree.size(), tree.root()), key);
    JournalLine.write(
        new JournalLine.CheckpointLine(StoredCheckpoint.of(key.verifier(), signed)), out);
  }

  private void write(String line) {
    out.writeBytes((line + "\n").getBytes(UTF_8));
  }
}
