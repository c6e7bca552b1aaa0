package tribune.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.engine.AuditEngine;
import tribune.trail.Body;
import tribune.trail.StoredRecord;
import tribune.trail.Trail;
import tribune.trail.TrailSetup;
import tribune.trail.jdbc.HomeTrail;

/**
 * The packaged program is killed, as by {@code kill -9}, while it audits: what printed a receipt is
 * there afterwards, under the same number and with the same leaf, and the trail is sound and whole.
 * {@code -Dtribune.kill.cycles=N} kills more often, {@code -Dtribune.kill.seed=N} at other times.
 */
class KilledProgramIT {

  private static final int CYCLES = Integer.getInteger("tribune.kill.cycles", 10);
  private static final long SEED = Long.getLong("tribune.kill.seed", 20260102);
  private static final int FILES = 5;
  private static final int LINES = 400;
  private static final Pattern RECEIPT =
      Pattern.compile("\"seq\": (\\d+),\\s+\"at\": \"[^\"]+\",\\s+\"leaf\": \"([0-9a-f]{64})\"");

  @TempDir Path directory;

  @Test
  void nothing_that_printed_a_receipt_is_lost() throws Exception {
    SplittableRandom random = new SplittableRandom(SEED);
    PackagedTribune tribune = new PackagedTribune(directory);
    long oneMs = millisOfOne(tribune);
    Map<Long, String> receipts = new TreeMap<>();
    int killed = 0;
    for (int cycle = 0; cycle < CYCLES; cycle++) {
      Process process = auditing(tribune, cycle, random.split());
      if (!process.waitFor(random.nextLong(oneMs / 3, 2 * oneMs), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
        killed++;
      }
      read(Files.readString(out(cycle), UTF_8), receipts);
    }
    assertThat(killed).as("kills, seed %d", SEED).isGreaterThan(CYCLES / 2);
    assertThat(receipts).as("receipts, seed %d", SEED).isNotEmpty();
    assertThat(recorded()).as("records, seed %d", SEED).containsAllEntriesOf(receipts);
    PackagedTribune.Outcome doctor = tribune.run("", "doctor", "--home", "home");
    assertThat(doctor.out()).contains("all sound");
    assertThat(doctor.code()).isZero();
    PackagedTribune.Outcome shown =
        tribune.run(
            "",
            "show",
            decision(receipts.keySet().iterator().next()),
            "--home",
            "home",
            "--output",
            "json");
    showsIts(StrictJson.read(shown.out()), receipts);
  }

  /** How long one audit takes from start to end, on this machine as busy as it is. */
  private long millisOfOne(PackagedTribune tribune) throws Exception {
    String file = proposal("FIRST", new SplittableRandom(SEED));
    long start = System.nanoTime();
    tribune.run("", "audit", file, "--home", "home");
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  /** What it prints goes into a pipe that is full, so it is durable and cannot say so. */
  @Test
  void killed_before_it_could_print_its_receipt_an_audit_is_recorded_once() throws Exception {
    PackagedTribune tribune = new PackagedTribune(directory);
    String file = proposal("BAGS", new SplittableRandom(SEED));
    tribune.run("", "audit", proposal("FIRST", new SplittableRandom(SEED)), "--home", "home");
    String audit = "audit " + file + " --key build-4711 --output json --home home";
    String shell =
        "mkfifo full; exec 3<>full; head -c 65536 /dev/zero >&3; exec '"
            + PackagedTribune.JAVA
            + "' -jar '"
            + PackagedTribune.JAR
            + "' "
            + audit
            + " >&3";
    Process process = tribune.start(new ProcessBuilder("bash", "-c", shell));
    Path journal = directory.resolve("home/trail/journal");
    for (int i = 0; !isSealed(journal, "build-4711"); i++) {
      assertThat(i).as("100 ms each until it is durable").isLessThan(600);
      assertThat(process.isAlive()).isTrue();
      Thread.sleep(100);
    }
    process.destroyForcibly().waitFor();

    JsonNode first = receipt(tribune.run("", audit.split(" ")));
    PackagedTribune.Outcome again = tribune.run("", audit.split(" "));
    assertThat(again.err()).contains("recorded before under the key build-4711 as no. 2 at ");
    assertThat(receipt(again)).isEqualTo(first);
    assertThat(first.get("seq").asInt()).isEqualTo(2);
    assertThat(recorded()).hasSize(3).containsEntry(2L, first.get("leaf").asText());
  }

  private static boolean isSealed(Path journal, String text) throws IOException {
    String written = Files.readString(journal, UTF_8);
    int at = written.indexOf(text);
    return at >= 0 && written.indexOf("\nseal\t", at) >= 0 && written.endsWith("\n");
  }

  private static JsonNode receipt(PackagedTribune.Outcome audit) {
    return StrictJson.read(audit.out()).at("/audits/0/receipt");
  }

  /** By turns a script of many lines and one line of many files. */
  private Process auditing(PackagedTribune tribune, int cycle, SplittableRandom random)
      throws IOException {
    List<String> files = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      files.add(proposal("D-" + cycle + "-" + i, random));
    }
    String audit = "audit --output json " + String.join(" ", files);
    boolean isScript = cycle % 3 != 2;
    ProcessBuilder builder =
        isScript
            ? PackagedTribune.command("--home", "home")
            : PackagedTribune.command((audit + " --home home").split(" "));
    builder.redirectOutput(out(cycle).toFile());
    builder.redirectError(directory.resolve("err-" + cycle).toFile());
    Process process = tribune.start(builder);
    if (isScript) {
      feed(process, (audit + "\n").repeat(LINES));
    }
    return process;
  }

  private static void feed(Process process, String script) {
    Thread feeder =
        new Thread(
            () -> {
              try (OutputStream in = process.getOutputStream()) {
                in.write(script.getBytes(UTF_8));
              } catch (IOException killed) {
                return; // as is meant to happen
              }
            },
            "feeder");
    feeder.setDaemon(true);
    feeder.start();
  }

  private String proposal(String id, SplittableRandom random) throws IOException {
    String text =
        "decision: {id: %s, title: Number %d, kind: PRICING, adverse: yes, reach: %d%%}\n"
            .formatted(id, random.nextInt(1_000), random.nextInt(1, 100));
    Files.writeString(directory.resolve(id + ".yaml"), text);
    return id + ".yaml";
  }

  private Path out(int cycle) {
    return directory.resolve("out-" + cycle);
  }

  private static void read(String printed, Map<Long, String> receipts) {
    Matcher receipt = RECEIPT.matcher(printed);
    while (receipt.find()) {
      String before = receipts.put(Long.valueOf(receipt.group(1)), receipt.group(2));
      assertThat(before).as("earlier receipt of no. %s", receipt.group(1)).isNull();
    }
  }

  /** What the trail holds once it is opened again; checks that no number is left out. */
  private Map<Long, String> recorded() {
    Map<Long, String> leaves = new TreeMap<>();
    try (Trail trail = trail();
        Stream<StoredRecord> records = trail.records(0)) {
      records.forEach(record -> leaves.put(record.seq(), record.leaf().toString()));
      assertThat(leaves.keySet())
          .containsExactlyElementsOf(LongStream.range(0, trail.head().size()).boxed().toList());
    }
    return leaves;
  }

  /** What was decided on by the audit of that place. */
  private String decision(long seq) {
    try (Trail trail = trail()) {
      Body body = trail.at(seq).orElseThrow().content().body();
      return ((Body.Audited) body).decision().id();
    }
  }

  private Trail trail() {
    TrailSetup setup =
        TrailSetup.of(
            Clock.systemUTC(), Given.random(), Given.actor(), AuditEngine.version(), 1, "a test");
    return HomeTrail.open(directory.resolve("home"), setup);
  }

  private static void showsIts(JsonNode shown, Map<Long, String> receipts) {
    long seq = shown.at("/record/seq").asLong();
    String leaf = shown.get("leaf").asText();
    assertThat(receipts.getOrDefault(seq, leaf)).as("leaf of no. %d", seq).isEqualTo(leaf);
  }
}
