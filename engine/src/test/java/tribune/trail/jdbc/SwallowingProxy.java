package tribune.trail.jdbc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Stands between a client and a PostgreSQL server. Once the client has sent a record, it keeps the
 * server's next word of a commit to itself, and all after it: then the record is durable, and the
 * client does not know.
 */
final class SwallowingProxy implements AutoCloseable {
  private static final String RECORD = "INSERT INTO record ";

  /** How the server says that a transaction is committed: its tag, ended by a zero byte. */
  private static final String COMMITTED = "COMMIT\0";

  private final int server;
  private final ServerSocket socket;
  private final List<Socket> open = new ArrayList<>();
  private final CountDownLatch swallowed = new CountDownLatch(1);
  private volatile boolean sent;

  private SwallowingProxy(int server, ServerSocket socket) {
    this.server = server;
    this.socket = socket;
  }

  /**
   * @param server the port of the server, on this machine
   */
  static SwallowingProxy before(int server) throws IOException {
    ServerSocket socket = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    SwallowingProxy proxy = new SwallowingProxy(server, socket);
    start(proxy::accept);
    return proxy;
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Returns when the word of a commit was swallowed. */
  void awaitSwallowed() throws InterruptedException {
    if (!swallowed.await(60, TimeUnit.SECONDS)) {
      throw new AssertionError("no record was committed within 60 s; sent: " + sent);
    }
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = socket.accept();
      Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
      synchronized (open) {
        open.add(client);
        open.add(behind);
      }
      start(() -> toServer(client, behind));
      start(() -> toClient(behind, client));
    }
  }

  private void toServer(Socket client, Socket behind) throws IOException {
    InputStream in = client.getInputStream();
    OutputStream out = behind.getOutputStream();
    String before = "";
    byte[] buffer = new byte[1 << 16];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      String text = before + new String(buffer, 0, count, ISO_8859_1);
      if (text.contains(RECORD)) {
        sent = true;
      }
      before = text.substring(Math.max(0, text.length() - RECORD.length()));
      out.write(buffer, 0, count);
      out.flush();
    }
  }

  private void toClient(Socket behind, Socket client) throws IOException {
    InputStream in = behind.getInputStream();
    OutputStream out = client.getOutputStream();
    byte[] buffer = new byte[1 << 16];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      if (sent && new String(buffer, 0, count, ISO_8859_1).contains(COMMITTED)) {
        swallowed.countDown();
        return;
      }
      out.write(buffer, 0, count);
      out.flush();
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException closed) {
                return; // one of the two has ended
              }
            },
            "swallowing-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    synchronized (open) {
      for (Socket each : open) {
        each.close();
      }
    }
  }
}
