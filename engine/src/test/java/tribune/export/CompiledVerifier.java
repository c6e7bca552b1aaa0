package tribune.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The stand-alone verifier, compiled once from its source and run in this process. */
final class CompiledVerifier {
  private final Method run;

  private CompiledVerifier(Method run) {
    this.run = run;
  }

  /** What a run printed and returned. */
  record Outcome(int code, String out, String err) {
    /** The value of a line of the report. */
    String line(String name) {
      return out.lines()
          .filter(line -> line.startsWith(name + " "))
          .map(line -> line.substring(name.length()).strip())
          .findFirst()
          .orElse("");
    }
  }

  /** Compiles it as Java 17 with nothing else on the class path. */
  static CompiledVerifier in(Path directory) throws IOException, ReflectiveOperationException {
    Path source = directory.resolve("Verify.java");
    try (InputStream in = Exporter.class.getResourceAsStream("Verify.java")) {
      Files.write(source, in.readAllBytes());
    }
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "--release",
                "17",
                "-cp",
                "",
                "-d",
                directory.toString(),
                source.toString());
    if (compiled != 0) {
      throw new IllegalStateException("Verify.java does not compile");
    }
    URLClassLoader loader =
        new URLClassLoader(
            new URL[] {directory.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    return new CompiledVerifier(
        loader
            .loadClass("Verify")
            .getMethod("run", String[].class, PrintStream.class, PrintStream.class));
  }

  Outcome run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    try {
      Object code =
          run.invoke(
              null, args, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
      return new Outcome((Integer) code, out.toString(UTF_8), err.toString(UTF_8));
    } catch (InvocationTargetException e) {
      throw new AssertionError("the verifier threw", e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  /** All files below a directory, sorted. */
  static List<Path> files(Path directory) {
    try (Stream<Path> all = Files.walk(directory)) {
      return new ArrayList<>(all.filter(Files::isRegularFile).sorted().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void copy(Path from, Path to) throws IOException {
    for (Path file : files(from)) {
      Path target = to.resolve(from.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
  }
}
