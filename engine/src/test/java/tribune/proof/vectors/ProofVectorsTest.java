package tribune.proof.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tribune.proof.ConsistencyProof;
import tribune.proof.Fault;
import tribune.proof.InclusionProof;
import tribune.proof.ProofRefused;
import tribune.proof.TreeHash;
import tribune.proof.checkpoint.Cosignature;
import tribune.proof.checkpoint.SignedCheckpoint;
import tribune.proof.checkpoint.TlogProof;
import tribune.proof.note.VerifierKey;
import tribune.proof.text.Spelling;
import tribune.proof.witness.TrustPolicy;

/**
 * Judges every file of fixtures/vectors. Run with {@code -Dgolden.write=true} to write them anew,
 * then read the difference before committing.
 */
class ProofVectorsTest {
  private static final Path VECTORS = Path.of("..", "fixtures", "vectors");

  static List<Vector> made() {
    List<Vector> all = new ArrayList<>();
    all.addAll(TreeVectors.inclusion());
    all.addAll(TreeVectors.consistency());
    all.addAll(TreeShapeVectors.inclusion());
    all.addAll(TreeShapeVectors.consistency());
    all.addAll(CheckpointVectors.checkpoint());
    all.addAll(CosignatureVectors.cosignature());
    all.addAll(TlogProofVectors.tlogProof());
    return all;
  }

  static List<String> kept() throws IOException {
    try (Stream<Path> files = Files.walk(VECTORS)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .map(file -> VECTORS.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  @Test
  void the_files_are_those_that_are_made_here() throws IOException {
    if (Boolean.getBoolean("golden.write")) {
      write();
    }
    assertThat(kept()).isEqualTo(made().stream().map(Vector::path).sorted().toList());
    for (Vector vector : made()) {
      assertThat(Files.readString(VECTORS.resolve(vector.path())))
          .as(vector.path())
          .isEqualTo(vector.json());
    }
  }

  @ParameterizedTest
  @MethodSource("kept")
  void a_vector_is_judged_as_it_says(String path) throws IOException {
    String[] parts = path.split("/", 2);
    Vector vector = Vector.read(parts[0], path, Files.readAllBytes(VECTORS.resolve(path)));
    try {
      judge(vector);
    } catch (ProofRefused refused) {
      assertThat(vector.isValid()).as(refused.getMessage()).isFalse();
      assertThat(refused.fault().word()).as(refused.getMessage()).isEqualTo(vector.text("fault"));
      return;
    }
    assertThat(vector.isValid()).as("let through, although " + vector.text("why")).isTrue();
    assertThat(vector.fault()).isEmpty();
  }

  private static void judge(Vector vector) {
    switch (vector.kind()) {
      case "inclusion" ->
          new InclusionProof(vector.number("index"), vector.number("size"), vector.hashes())
              .verify(vector.hash("leaf"), vector.hash("root"));
      case "consistency" ->
          new ConsistencyProof(vector.number("oldSize"), vector.number("newSize"), vector.hashes())
              .verify(vector.hash("oldRoot"), vector.hash("newRoot"));
      case "checkpoint" -> signed(vector);
      case "cosignature" -> judgeCosignature(vector);
      case "tlog-proof" -> judgeTlogProof(vector);
      default -> throw new AssertionError("vectors of an unknown kind: " + vector.kind());
    }
  }

  private static SignedCheckpoint signed(Vector vector) {
    SignedCheckpoint signed = SignedCheckpoint.parse(vector.file());
    signed.verifiedBy(List.of(VerifierKey.parse(vector.text("log"))));
    assertThat(signed.bytes()).isEqualTo(vector.file());
    return signed;
  }

  private static void judgeCosignature(Vector vector) {
    List<Cosignature> found =
        signed(vector).cosignaturesOf(VerifierKey.parse(vector.text("witness")));
    if (found.isEmpty()) {
      throw new ProofRefused(Fault.NOT_SIGNED, "no cosignature of the witness");
    }
    assertThat(found.get(0).at()).isEqualTo(Instant.ofEpochSecond(vector.number("at")));
  }

  private static void judgeTlogProof(Vector vector) {
    TrustPolicy policy = TrustPolicy.parse(vector.text("policy").getBytes(UTF_8));
    TlogProof proof = TlogProof.parse(vector.file());
    policy.require(proof, TreeHash.leaf(Spelling.base64(vector.text("record")).orElseThrow()));
    assertThat(proof.bytes()).isEqualTo(vector.file());
  }

  private static void write() throws IOException {
    for (String stale : Files.isDirectory(VECTORS) ? kept() : List.<String>of()) {
      Files.delete(VECTORS.resolve(stale));
    }
    for (Vector vector : made()) {
      Path file = VECTORS.resolve(vector.path());
      Files.createDirectories(file.getParent());
      Files.writeString(file, vector.json(), UTF_8);
    }
  }
}
