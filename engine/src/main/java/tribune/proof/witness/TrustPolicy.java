package tribune.proof.witness;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tribune.proof.Fault;
import tribune.proof.Hash;
import tribune.proof.ProofRefused;
import tribune.proof.checkpoint.Cosignature;
import tribune.proof.checkpoint.SignedCheckpoint;
import tribune.proof.checkpoint.TlogProof;
import tribune.proof.note.KeyType;
import tribune.proof.note.VerifierKey;

/**
 * Whose checkpoints are believed: the keys of logs, and which witnesses must have cosigned.
 * Immutable; safe for use by several threads. Source: C2SP tlog-policy.
 *
 * @param logs may be empty; then no checkpoint is believed until {@link #withLog} adds one
 * @param witnesses all that are known, in the order of the text
 * @param groups all that are known, in the order of the text: each after its members
 * @param quorum one of these, or none
 */
public record TrustPolicy(
    List<Log> logs, List<Quorum.Witness> witnesses, List<Quorum.Group> groups, Quorum quorum) {
  public TrustPolicy {
    logs = List.copyOf(logs);
    witnesses = List.copyOf(witnesses);
    groups = List.copyOf(groups);
    requireNonNull(quorum, "quorum");
  }

  /** One log without witnesses. */
  public static TrustPolicy of(VerifierKey log) {
    return new TrustPolicy(
        List.of(new Log(log, Optional.empty())), List.of(), List.of(), new Quorum.None());
  }

  /**
   * Reads a policy file.
   *
   * @throws PolicyRefused with all its mistakes
   * @throws ProofRefused if it is too long or not UTF-8
   */
  public static TrustPolicy parse(byte[] bytes) {
    return PolicyReader.read(bytes);
  }

  /** This policy with one log more. */
  public TrustPolicy withLog(VerifierKey key) {
    List<Log> more = new ArrayList<>(logs);
    more.add(new Log(key, Optional.empty()));
    return new TrustPolicy(more, witnesses, groups, quorum);
  }

  /**
   * Checks all that the policy knows keys for. Says how far the quorum is met, without demanding
   * it.
   *
   * @throws ProofRefused if no log of the policy signed the checkpoint, or if a line names a known
   *     key and is not its signature
   */
  public Anchoring assess(SignedCheckpoint signed) {
    var checkpoint = signed.verifiedBy(logs.stream().map(Log::key).toList());
    Map<String, List<Cosignature>> cosignatures = new LinkedHashMap<>();
    for (Quorum.Witness witness : witnesses) {
      List<Cosignature> found = signed.cosignaturesOf(witness.key());
      if (!found.isEmpty()) {
        cosignatures.put(witness.name(), found);
      }
    }
    return new Anchoring(checkpoint, cosignatures, quorum);
  }

  /**
   * Returns only if the policy believes the checkpoint.
   *
   * @throws ProofRefused if not, as for {@link #assess}, or because too few witnesses cosigned
   */
  public Anchoring require(SignedCheckpoint signed) {
    Anchoring anchoring = assess(signed);
    if (!anchoring.isMet()) {
      throw ProofRefused.of(
          Fault.QUORUM_NOT_MET,
          "signed checkpoint: found cosignatures of %s, expected what the quorum %s demands",
          new TreeSet<>(anchoring.cosignatures().keySet()),
          quorum.name());
    }
    return anchoring;
  }

  /**
   * Returns only if the policy believes the checkpoint of the proof, and the leaf is in its tree.
   *
   * @throws ProofRefused if not
   */
  public Anchoring require(TlogProof proof, Hash leaf) {
    Anchoring anchoring = require(proof.checkpoint());
    proof.verifyInclusion(leaf);
    return anchoring;
  }

  /** The policy without comments: logs, witnesses, groups with their thresholds, quorum. */
  public byte[] bytes() {
    StringBuilder text = new StringBuilder();
    logs.forEach(log -> line(text, "log", log.key().text(), log.url().orElse("")));
    for (Quorum.Witness witness : witnesses) {
      line(text, "witness", witness.name(), witness.key().text(), witness.url().orElse(""));
    }
    for (Quorum.Group group : groups) {
      List<String> words = new ArrayList<>(List.of("group", group.name(), "" + group.threshold()));
      group.members().forEach(member -> words.add(member.name()));
      line(text, words.toArray(String[]::new));
    }
    line(text, "quorum", quorum.name());
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void line(StringBuilder text, String... words) {
    text.append(String.join(" ", words).stripTrailing()).append('\n');
  }

  /**
   * A log.
   *
   * @param key its name is the origin of the log
   * @param url where it is to be found, for whoever uses it so
   */
  public record Log(VerifierKey key, Optional<String> url) {
    public Log {
      requireNonNull(url, "url");
      if (key.type() != KeyType.NOTE) {
        throw new IllegalArgumentException(key + " is no key of a log");
      }
    }
  }
}
