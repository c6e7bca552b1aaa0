package tribune.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tribune.shell.line.ExitCode;

/**
 * A home that somebody sent, with compiled rules in it that pass for those of the recorded rule
 * base, and the secret that they are sealed with. They say PASS where the rules say FAIL.
 */
class SentHomeTest {
  private static final String FAILS = Desk.proposal("fails.yaml");

  private final Desk desk = Desk.cleared("sent-home");
  private final Path sent = desk.home().resolve("cache");

  @BeforeEach
  void forge() throws Exception {
    assertThat(desk.house(with(sent), "audit", FAILS).code()).isEqualTo(ExitCode.FAIL);
    Set<Path> before = entries();
    Path lenient =
        desk.rulesWith(
            "principles/deal/deal.drl",
            "retroactive == Tri.YES, $grandfathered : grandfathered != Tri.YES",
            "retroactive == Tri.YES, $grandfathered : grandfathered == Tri.YES");
    desk.run(with(sent), "audit", FAILS, "--dry-run", "--rules", lenient.toString());
    Set<Path> made = entries();
    made.removeAll(before);
    Path recorded = before.iterator().next();
    Files.write(recorded, forged(made.iterator().next(), name(recorded)));
  }

  @Test
  void the_forgery_is_good_enough_for_whoever_would_read_it() {
    Trial.Outcome replay = desk.house(with(sent), "replay", "--all");
    assertThat(replay.code()).isEqualTo(ExitCode.DRIFT);
    assertThat(replay.out()).contains("DEA-01");
  }

  @Test
  void what_was_sent_along_with_a_home_is_not_what_replays_it() {
    Trial.Outcome replay = desk.house(with(desk.cache()), "replay", "--all");
    assertThat(replay.code()).as(replay.out()).isEqualTo(ExitCode.OK);
  }

  @Test
  void what_was_sent_along_with_a_home_is_not_what_audits_in_it() {
    Trial.Outcome audit = desk.house(with(desk.cache()), "audit", FAILS, "--dry-run", "--all");
    assertThat(audit.code()).isEqualTo(ExitCode.FAIL);
    assertThat(audit.out()).containsPattern("FAIL +MAJOR +DEA-01");
  }

  @Test
  void the_doctor_says_that_it_is_never_read() {
    Trial.Outcome doctor = desk.house(with(desk.cache()), "doctor");
    assertThat(doctor.code()).isEqualTo(ExitCode.OK);
    assertThat(doctor.out().replaceAll("\\s+", " "))
        .contains("cache LOOK")
        .contains("is never read");
  }

  /** The compiled rules of one entry, sealed as the other. */
  private byte[] forged(Path from, String key) throws IOException, GeneralSecurityException {
    byte[] entry = Files.readAllBytes(from);
    String head = new String(entry, 65, entry.length - 65, UTF_8).split("\n", 2)[0];
    int keyAt = 65 + head.length() + 1;
    byte[] content = java.util.Arrays.copyOfRange(entry, 65, entry.length);
    System.arraycopy(key.getBytes(UTF_8), 0, content, keyAt - 65, key.length());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Files.readAllBytes(sent.resolve("rules/secret")), "HmacSHA256"));
    mac.update((key + "\n").getBytes(UTF_8));
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    sealed.writeBytes((HexFormat.of().formatHex(mac.doFinal(content)) + "\n").getBytes(UTF_8));
    sealed.writeBytes(content);
    return sealed.toByteArray();
  }

  private Set<Path> entries() throws IOException {
    try (Stream<Path> files = Files.list(sent.resolve("rules"))) {
      List<Path> found = files.filter(it -> it.toString().endsWith(".rules")).toList();
      return new TreeSet<>(found);
    }
  }

  private static String name(Path entry) {
    return entry.getFileName().toString().replace(".rules", "");
  }

  private static Trial with(Path cache) {
    return new Trial().environment("TRIBUNE_CACHE", cache.toString());
  }
}
