package tribune.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashTest {
  private static final String HEX =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @Test
  void a_hash_is_the_same_in_every_spelling() {
    Hash hash = Hash.ofHex(HEX);
    assertThat(hash).isEqualTo(TreeHash.empty()).hasSameHashCodeAs(TreeHash.empty());
    assertThat(hash.base64()).isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    assertThat(hash).hasToString(HEX);
    assertThat(Hash.of(hash.bytes())).isEqualTo(hash);
  }

  @Test
  void a_hash_does_not_change_with_the_bytes_it_was_made_of() {
    byte[] bytes = TreeHash.empty().bytes();
    Hash hash = Hash.of(bytes);
    bytes[0]++;
    hash.bytes()[1]++;
    assertThat(hash).isEqualTo(TreeHash.empty());
  }

  @Test
  void a_leaf_never_passes_for_a_node() {
    Hash left = TreeHash.leaf(new byte[] {1});
    Hash right = TreeHash.leaf(new byte[] {2});
    byte[] both = new byte[64];
    System.arraycopy(left.bytes(), 0, both, 0, 32);
    System.arraycopy(right.bytes(), 0, both, 32, 32);
    assertThat(TreeHash.leaf(both)).isNotEqualTo(TreeHash.node(left, right));
    assertThat(TreeHash.node(right, left)).isNotEqualTo(TreeHash.node(left, right));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "e3",
        "zz",
        HEX + "00",
        "E3" + "b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
      })
  void other_texts_are_no_hash(String text) {
    assertThatThrownBy(() -> Hash.ofHex(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
