package tribune.rulebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Watches what hostile rules would do outside: files, connections, threads, properties, output. */
final class Witnessed implements AutoCloseable {
  private static final String KEPT = "what the file holds";

  private final Path marker;
  private final Path kept;
  private final ServerSocket server;
  private final Locale locale = Locale.getDefault();
  private final PrintStream terminal = System.out;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  Witnessed(Path directory) {
    try {
      Files.createDirectories(directory);
      marker = directory.resolve("marker");
      kept = Files.writeString(directory.resolve("kept"), KEPT);
      server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      server.setSoTimeout(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  /** The rules with what is watched in the place of its names. */
  String aimed(String drl) {
    return drl.replace("%MARKER%", marker.toString())
        .replace("%KEPT%", kept.toString())
        .replace("%PORT%", Integer.toString(server.getLocalPort()));
  }

  /** What was said of them, with the one name that is another each time left out; as long as it. */
  String unaimed(String said) {
    String port = Integer.toString(server.getLocalPort());
    return said.replace(port, "9".repeat(port.length()));
  }

  /** Everything is as it was. */
  void requireNothingHappened(String name) {
    assertThat(marker).as(name).doesNotExist();
    assertThat(kept).as(name).hasContent(KEPT);
    assertThat(System.getProperty("tribune.hostile")).as(name).isNull();
    assertThat(Locale.getDefault()).as(name).isEqualTo(locale);
    assertThat(Thread.getAllStackTraces().keySet())
        .as(name)
        .noneMatch(it -> it.getName().contains("hostile"));
    assertThat(printed.toString(StandardCharsets.UTF_8)).as(name).doesNotContain("hostile");
    assertThat(wasCalled()).as(name).isFalse();
  }

  private boolean wasCalled() {
    try {
      server.accept().close();
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    System.setOut(terminal);
    System.clearProperty("tribune.hostile");
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
