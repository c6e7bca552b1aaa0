package tribune.proof.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static tribune.proof.vectors.SampleLog.LOG;
import static tribune.proof.vectors.SampleLog.NOON;
import static tribune.proof.vectors.SampleLog.PLAIN;
import static tribune.proof.vectors.SampleLog.SIGNED;
import static tribune.proof.vectors.SampleLog.TREE;
import static tribune.proof.vectors.SampleLog.WITNESS;
import static tribune.proof.vectors.SampleLog.nextSpelling;

import java.util.ArrayList;
import java.util.List;
import tribune.proof.Fault;
import tribune.proof.InclusionProof;
import tribune.proof.TestTree;
import tribune.proof.checkpoint.Checkpoint;
import tribune.proof.checkpoint.Cosignature;
import tribune.proof.checkpoint.SignedCheckpoint;
import tribune.proof.checkpoint.TlogProof;
import tribune.proof.note.Signer;
import tribune.proof.note.TestKeys;
import tribune.proof.text.Spelling;

/** The cases for proofs to hand out. */
final class TlogProofVectors {
  private static final String TLOG_PROOF = "tlog-proof";
  private static final TestTree LARGE = new TestTree(1025);

  private TlogProofVectors() {}

  static List<Vector> tlogProof() {
    SignedCheckpoint anchored =
        SIGNED
            .with(Cosignature.of(PLAIN, WITNESS, NOON).line())
            .with(Cosignature.of(PLAIN, TestKeys.witness(2), NOON.plusSeconds(5)).line());
    InclusionProof inclusion = InclusionProof.of(5, 13, TREE::node);
    TlogProof proof = TlogProof.of(inclusion, anchored);
    String file = new String(proof.bytes(), UTF_8);
    String extra = new String(proof.withExtra("extra data".getBytes(UTF_8)).bytes(), UTF_8);
    String first = inclusion.hashes().get(0).base64() + "\n";
    String second = inclusion.hashes().get(1).base64() + "\n";
    String last = inclusion.hashes().get(3).base64() + "\n";
    SignedCheckpoint one =
        SignedCheckpoint.sign(Checkpoint.of(TestKeys.ORIGIN, 1, TREE.root(1)), LOG);
    String single =
        new String(TlogProof.of(InclusionProof.of(0, 1, TREE::node), one).bytes(), UTF_8);
    Fault length = Fault.WRONG_LENGTH;
    Fault malformed = Fault.MALFORMED;
    Fault root = Fault.ROOT_MISMATCH;
    List<Vector> all = new ArrayList<>();
    all.add(proven("happy-path", "leaf 5 of 13, cosigned by two of three", file));
    all.add(proven("extra-data", "with a line of extra data", extra));
    all.add(
        proven("single-leaf", "a tree of one leaf has no hashes", single)
            .with("policy", "log " + LOG.verifier() + "\nquorum none\n")
            .with("record", Spelling.base64(TestTree.content(0))));
    all.add(
        proven("without-witnesses", "a policy that asks for none", plain(inclusion))
            .with("policy", "log " + LOG.verifier() + "\nquorum none\n"));
    all.add(unproven("quorum-not-met", Fault.QUORUM_NOT_MET, "no cosignatures", plain(inclusion)));
    all.add(
        unproven(
            "one-cosignature-of-two", Fault.QUORUM_NOT_MET, "one of two", oneWitness(inclusion)));
    all.add(
        unproven("unknown-log", Fault.WRONG_ORIGIN, "the policy knows another log", file)
            .with(
                "policy",
                "log "
                    + Signer.ofNotes("example.com/other", TestKeys.key(1)).verifier()
                    + "\nquorum none\n"));
    all.add(
        unproven("other-record", root, "not the record at this place", file)
            .with("record", Spelling.base64(TestTree.content(6))));
    all.add(
        unproven("modified-record", root, "a byte more", file)
            .with("record", Spelling.base64("leaf 5 ".getBytes(UTF_8))));
    all.add(unproven("wrong-index", root, "index 4 for 5", file.replace("index 5", "index 4")));
    all.add(
        unproven(
            "index-at-size",
            Fault.INDEX_BEYOND_SIZE,
            "index 13",
            file.replace("index 5", "index 13")));
    all.add(unproven("removed-component", length, "a hash is missing", file.replace(second, "")));
    all.add(unproven("trailing-hash", length, "a hash too many", file.replace(last, last + first)));
    all.add(
        unproven(
            "swapped-components",
            root,
            "two hashes change places",
            file.replace(first + second, second + first)));
    all.add(
        unproven(
            "modified-bit",
            root,
            "a bit of the first hash is flipped",
            file.replace(first, flippedFirst(inclusion))));
    all.add(
        unproven(
            "modified-checkpoint",
            Fault.BAD_SIGNATURE,
            "another root",
            file.replace(TREE.root(13).base64(), TREE.root(12).base64())));
    all.add(
        unproven(
            "wrong-size",
            Fault.BAD_SIGNATURE,
            "size 12 for 13 in the checkpoint",
            file.replace("\n13\n", "\n12\n")));
    all.add(largeTree(Vector.good(TLOG_PROOF, "large-tree", "leaf 1023 of 1025"), 1025, 1025));
    all.add(
        largeTree(
            Vector.bad(
                TLOG_PROOF,
                "proof-of-a-larger-tree",
                length,
                "a checkpoint of 1024, hashes of 1025"),
            1024,
            1025));
    all.add(
        largeTree(
            Vector.bad(
                TLOG_PROOF,
                "proof-of-a-smaller-tree",
                root,
                "a checkpoint of 1023, hashes of 1022, at a place where the lengths agree"),
            1023,
            1022));
    all.add(unproven("wrong-header", malformed, "version 2", file.replace("proof@v1", "proof@v2")));
    all.add(unproven("leading-zero", malformed, "index 05", file.replace("index 5", "index 05")));
    all.add(unproven("no-index", malformed, "the line is missing", file.replace("index 5\n", "")));
    all.add(unproven("empty-extra", malformed, "no data", file.replace("index", "extra \nindex")));
    all.add(
        unproven(
            "extra-after-index",
            malformed,
            "in the wrong place",
            file.replace("index 5\n", "index 5\nextra AQID\n")));
    all.add(
        unproven(
            "non-canonical-hash",
            malformed,
            "bits set that no byte holds",
            file.replace(first, nextSpelling(first.strip()) + "\n")));
    all.add(
        unproven(
            "no-empty-line", malformed, "before the checkpoint", file.replaceFirst("\n\n", "\n")));
    all.add(unproven("carriage-return", malformed, "CR LF", file.replaceFirst("\n", "\r\n")));
    all.add(
        unproven(
            "truncated", malformed, "no newline at the end", file.substring(0, file.length() - 1)));
    all.add(unproven("trailing-text", malformed, "a line more", file + "more\n"));
    return all;
  }

  /** The proof of a leaf from one tree with the checkpoint of another. */
  private static Vector largeTree(Vector vector, int signed, int proven) {
    int index = proven < signed ? 5 : 1023;
    SignedCheckpoint checkpoint =
        SignedCheckpoint.sign(Checkpoint.of(TestKeys.ORIGIN, signed, LARGE.root(signed)), LOG);
    StringBuilder file = new StringBuilder("c2sp.org/tlog-proof@v1\nindex " + index + "\n");
    LARGE.path(index, 0, proven).forEach(hash -> file.append(hash.base64()).append('\n'));
    file.append('\n').append(new String(checkpoint.bytes(), UTF_8));
    return vector
        .with("policy", "log " + LOG.verifier() + "\nquorum none\n")
        .with("record", Spelling.base64(TestTree.content(index)))
        .withFile(file.toString().getBytes(UTF_8));
  }

  private static Vector proven(String name, String why, String file) {
    return judged(Vector.good(TLOG_PROOF, name, why), file);
  }

  private static Vector unproven(String name, Fault fault, String why, String file) {
    return judged(Vector.bad(TLOG_PROOF, name, fault, why), file);
  }

  private static Vector judged(Vector vector, String file) {
    StringBuilder policy = new StringBuilder("log " + LOG.verifier() + "\n");
    for (int i = 1; i <= 3; i++) {
      policy
          .append("witness w")
          .append(i)
          .append(' ')
          .append(TestKeys.witness(i).verifier())
          .append('\n');
    }
    policy.append("group two 2 w1 w2 w3\nquorum two\n");
    return vector
        .with("policy", policy.toString())
        .with("record", Spelling.base64(TestTree.content(5)))
        .withFile(file.getBytes(UTF_8));
  }

  private static String plain(InclusionProof inclusion) {
    return new String(TlogProof.of(inclusion, SIGNED).bytes(), UTF_8);
  }

  private static String oneWitness(InclusionProof inclusion) {
    SignedCheckpoint cosigned = SIGNED.with(Cosignature.of(PLAIN, WITNESS, NOON).line());
    return new String(TlogProof.of(inclusion, cosigned).bytes(), UTF_8);
  }

  private static String flippedFirst(InclusionProof inclusion) {
    byte[] bytes = inclusion.hashes().get(0).bytes();
    bytes[9] ^= 4;
    return Spelling.base64(bytes) + "\n";
  }
}
