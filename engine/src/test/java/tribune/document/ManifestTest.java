package tribune.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
  @Test
  void files_stand_sorted_by_path_as_sha256sum_prints_them() {
    String manifest = Manifest.of(Map.of("b.drl", bytes("abc"), "a/x-1.yaml", bytes("")));
    assertThat(manifest)
        .isEqualTo(
            """
            e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a/x-1.yaml
            ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  b.drl
            """);
  }

  @Test
  void the_version_is_the_hash_of_the_manifest() {
    assertThat(Manifest.sha256(Map.of("a", bytes("abc"))))
        .isEqualTo("60eb527cba799edb93b30ea27633d72a197c248cd40cf6f7647c93f98b8f9a32");
    assertThat(Manifest.sha256(Map.of("a", bytes("abc"))))
        .isNotEqualTo(Manifest.sha256(Map.of("b", bytes("abc"))))
        .isNotEqualTo(Manifest.sha256(Map.of("a", bytes("abd"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "/a", "a/", "a//b", "..", "../a", "a/../b", ".", "./a", "a/.", "a b", "a\nb", "a\\b",
        "\u00e4", "C:a"
      })
  void paths_that_do_not_mean_the_same_everywhere_are_refused(String path) {
    assertThat(Manifest.isPortable(path)).isFalse();
    assertThatThrownBy(() -> Manifest.of(Map.of(path, bytes("x"))))
        .hasMessageContaining("cannot stand in a manifest");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", ".hidden", "..a", "a..b/c", "principles/long/principle.yaml", "_/-"})
  void portable_paths_are_taken(String path) {
    assertThat(Manifest.isPortable(path)).isTrue();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
