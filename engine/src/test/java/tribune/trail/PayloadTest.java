package tribune.trail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.SplittableRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class PayloadTest {
  private static final long SEED = 99;

  @Test
  void the_commitment_is_an_hmac_of_the_facts_under_the_salt() throws Exception {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int length = 0; length < 300; length++) {
      byte[] facts = new byte[length];
      byte[] salt = new byte[32];
      random.nextBytes(facts);
      random.nextBytes(salt);
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(salt, "HmacSHA256"));
      assertThat(Payload.of(facts, salt).commitment().bytes())
          .as("seed %d, length %d", SEED, length)
          .isEqualTo(mac.doFinal(facts));
    }
  }

  @Test
  void the_same_facts_are_committed_to_differently_each_time() {
    SecureRandom random = new SecureRandom();
    Payload one = Payload.salted("{}".getBytes(UTF_8), random);
    Payload other = Payload.salted("{}".getBytes(UTF_8), random);
    assertThat(one.commitment()).isNotEqualTo(other.commitment());
    assertThat(one).isNotEqualTo(other);
    assertThat(one.sameFacts(other)).isTrue();
  }

  @Test
  void a_payload_does_not_show_its_facts_by_accident() {
    Payload payload = Payload.of("{\"secret\":\"x\"}".getBytes(UTF_8), new byte[32]);
    assertThat(payload).hasToString("payload of 14 bytes");
  }

  @Test
  void lengths_are_limited() {
    assertThatThrownBy(() -> Payload.of(new byte[Payload.MAX_BYTES + 1], new byte[32]))
        .hasMessageContaining("expected at most 1048576");
    assertThatThrownBy(() -> Payload.of(new byte[0], new byte[31]))
        .hasMessageContaining("32 bytes");
  }
}
