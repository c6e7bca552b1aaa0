package tribune.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tribune.shell.line.ExitCode;
import tribune.shell.render.StandardStream;

/**
 * The whole program, started through Spring Boot in surroundings made up for a test: captured
 * streams, a given standard input, environment and set of terminals. Without anything said it has
 * no terminal, an empty standard input, and the commands of {@link SampleCommands} instead of the
 * product's.
 */
final class Trial {

  /** What came of a run. */
  record Outcome(ExitCode code, String out, String err) {}

  private final Map<String, String> environment = new HashMap<>();
  private final Set<StandardStream> terminals = EnumSet.noneOf(StandardStream.class);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private OutputStream outTaker = out;
  private String input = "";
  private int columns;
  private InterruptKey interruptKey = action -> {};
  private Class<?>[] commands = {SampleCommands.class};

  /** One for all trials of a build, so that each rule base is compiled once. */
  static final Path CACHE = Path.of("target", "cache", "" + UUID.randomUUID());

  /** What is kept for the user is kept in the directory of the build, never in the user's. */
  Trial() {
    environment.put("TRIBUNE_TRUST", Path.of("target", "trust", "" + UUID.randomUUID()).toString());
    environment.put("TRIBUNE_CACHE", CACHE.toString());
  }

  static Outcome of(String... arguments) {
    return new Trial().run(arguments);
  }

  Trial input(String text) {
    input = text;
    return this;
  }

  Trial environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Trial terminals(StandardStream... streams) {
    terminals.addAll(List.of(streams));
    return this;
  }

  Trial columns(int width) {
    columns = width;
    return this;
  }

  Trial output(OutputStream taker) {
    outTaker = taker;
    return this;
  }

  Trial interruptKey(InterruptKey key) {
    interruptKey = key;
    return this;
  }

  Trial commands(Class<?>... parts) {
    commands = parts;
    return this;
  }

  Outcome run(String... arguments) {
    Surroundings surroundings =
        new Surroundings(
            new ByteArrayInputStream(input.getBytes(UTF_8)),
            outTaker,
            err,
            terminals,
            environment,
            Path.of("/nowhere"),
            Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC),
            Given::random,
            Given::actor,
            () -> columns,
            () -> {
              throw new AssertionError("no terminal is to be opened");
            },
            interruptKey);
    ExitCode code = Tribune.run(List.of(arguments), surroundings, commands);
    return new Outcome(code, out.toString(UTF_8), err.toString(UTF_8));
  }
}
