package tribune.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import tribune.proof.InclusionProof;
import tribune.trail.Trail;
import tribune.trail.jdbc.PostgresAddress;
import tribune.trail.jdbc.PostgresTrail;

/** Measures the trail: recording, proofs, verification, recovery, in a home and in PostgreSQL. */
@AmbientInput("a benchmark is its own main program")
final class TrailBench {
  private static final Path PAGE = Path.of("docs/reliability.md");
  private static final String HOW =
      "Figures are of the wall clock; the middle of the runs, with p95 and the range. A record is an"
          + " audit of twelve findings, some 1.5 KB with its facts.";
  private static final int SINGLE = 200;
  private static final int TOGETHER = 64;
  private static final int RECORDS_TO_RECOVER = 100_000;

  private final long records;
  private final Path directory;
  private final Figures figures = new Figures(PAGE, HOW, "what", "runs", "came out");

  /**
   * @param records how many each trail is to have
   * @param directory for both; the home is left in it
   */
  TrailBench(long records, Path directory) {
    this.records = records;
    this.directory = directory;
  }

  /** The home that is left. */
  Path home() {
    return directory.resolve("home");
  }

  /** Measures the disk, recovery, and a long trail in a home. */
  void measureHome() throws Exception {
    sync();
    recovery(directory.resolve("killed").toString());
    measure("H2 home", home().toString());
  }

  /** The same long trail in a database. */
  void measurePostgres() throws Exception {
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setDataDirectory(directory.resolve("postgres"))
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start()) {
      String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres?user=postgres";
      PostgresTrail.prepare(PostgresAddress.of(url, Optional.empty()));
      measure("PostgreSQL", url);
    }
  }

  /** What the disk alone takes: 2 KB appended to a file, then synced. */
  private void sync() throws IOException {
    long[] nanos = new long[SINGLE];
    try (FileChannel file =
        FileChannel.open(
            directory.resolve("sync"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (int i = 0; i < SINGLE; i++) {
        long start = System.nanoTime();
        file.write(ByteBuffer.allocate(2048));
        file.force(false);
        nanos[i] = System.nanoTime() - start;
      }
    }
    figures.row("append 2 KB to a file and sync it", "" + SINGLE, Spread.of(nanos).toString());
  }

  private void measure(String what, String place) throws Exception {
    Workload work = new Workload();
    try (Trail trail = Places.open(place, directory)) {
      work.fill(trail, 300, 1, 1);
      single(what, trail, work);
      together(what, trail, work);
      long before = trail.head().size();
      long start = System.nanoTime();
      work.fill(trail, records, 16, 16);
      double seconds = (System.nanoTime() - start) / 1e9;
      figures.row(
          what + ": 16 submitters of 16 records each, durable",
          "1",
          Math.round((records - before) / seconds) + " records/s, up to " + records + " records");
      proofs(what, trail);
    }
    for (int i = 0; i < 2; i++) {
      String[] came = Child.run("256m", "verify", place, directory.toString()).split(" \\| ");
      figures.row(
          what + ": verify " + came[0] + ", heap of 256 MB",
          "run " + (i + 1),
          came.length < 4
              ? String.join(" ", came)
              : came[1]
                  + ", processor "
                  + came[2]
                  + ", peaks of the parts of the heap together "
                  + came[3]);
    }
  }

  private void single(String what, Trail trail, Workload work) throws IOException {
    long[] nanos = new long[SINGLE];
    for (int i = 0; i < SINGLE; i++) {
      long start = System.nanoTime();
      trail.append(work.draft());
      nanos[i] = System.nanoTime() - start;
    }
    figures.row(
        what + ": one submitter, one durable record", "" + SINGLE, Spread.of(nanos).toString());
  }

  private void together(String what, Trail trail, Workload work)
      throws IOException, InterruptedException {
    work.fill(trail, trail.head().size() + 5_000, TOGETHER, 1);
    long start = System.nanoTime();
    int count = 10_000;
    work.fill(trail, trail.head().size() + count, TOGETHER, 1);
    double seconds = (System.nanoTime() - start) / 1e9;
    figures.row(
        what + ": " + TOGETHER + " submitters, one durable record each",
        "" + count,
        Math.round(count / seconds) + " records/s");
  }

  /** Made from the stored nodes and checked, for places all over the trail. */
  private void proofs(String what, Trail trail) throws IOException {
    long size = trail.head().size();
    var root = trail.head().root();
    long[] nanos = new long[SINGLE];
    for (int i = 0; i < SINGLE; i++) {
      long seq = size / SINGLE * i + i % 7;
      var leaf = trail.at(seq).orElseThrow().leaf();
      long start = System.nanoTime();
      InclusionProof proof = trail.proofs().inclusion(seq, size);
      proof.verify(leaf, root);
      nanos[i] = System.nanoTime() - start;
    }
    figures.row(
        what + ": inclusion proof made and checked among " + size + " records",
        "" + SINGLE,
        Spread.of(nanos).toString());
  }

  private void recovery(String place) throws Exception {
    Workload work = new Workload();
    try (Trail trail = Places.open(place, directory)) {
      work.fill(trail, RECORDS_TO_RECOVER, 16, 16);
    }
    long[] nanos = new long[5];
    for (int i = 0; i < nanos.length; i++) {
      Child.run("256m", "halt", place, directory.toString(), Integer.toString(2_500 + 100 * i));
      long start = System.nanoTime();
      Places.open(place, directory).close();
      nanos[i] = System.nanoTime() - start;
    }
    figures.row(
        "H2 home: opened after the process was halted in a batch, "
            + RECORDS_TO_RECOVER
            + " records",
        "" + nanos.length,
        Spread.of(nanos).toString());
    Files.delete(Path.of(place, "trail", "index.mv.db"));
    long start = System.nanoTime();
    Places.open(place, directory).close();
    figures.row(
        "H2 home: the same without its index",
        "1",
        Spread.millis(System.nanoTime() - start) + " ms");
  }
}
