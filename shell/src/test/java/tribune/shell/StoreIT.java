package tribune.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tribune.trail.jdbc.TestPostgres;

/** The packaged program has all that a store needs, which an audit in a home never loads. */
class StoreIT {
  @Test
  void a_store_is_prepared_and_a_trail_goes_there_and_back(@TempDir Path directory)
      throws Exception {
    PackagedTribune tribune = new PackagedTribune(directory);
    TestPostgres server = TestPostgres.shared();
    String database = server.createDatabase();
    String store = server.url(database, TestPostgres.APPLICATION);
    String home = directory.resolve("home").toString();
    PackagedTribune.Outcome init =
        tribune.run(
            "",
            "trail",
            "init",
            "--store",
            server.url(database, TestPostgres.OWNER),
            "--grant",
            TestPostgres.APPLICATION);
    assertThat(init.code()).as(init.err()).isZero();
    String proposal = Path.of(Desk.proposal("fails.yaml")).toAbsolutePath().toString();
    assertThat(tribune.run("", "audit", proposal, "--home", home, "--store", store).err())
        .doesNotContain("error");
    PackagedTribune.Outcome copy =
        tribune.run("", "trail", "copy", "--to", home, "--store", store, "--home", home);
    assertThat(copy.code()).as(copy.err()).isZero();
    assertThat(tribune.run("", "decisions", "--home", home).out()).contains("BAGS@1");
  }
}
