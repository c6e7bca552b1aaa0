package tribune.shell.workspace;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import tribune.shell.line.CommandFailed;
import tribune.shell.line.ExitCode;
import tribune.trail.Copied;
import tribune.trail.KeyPlace;
import tribune.trail.Trail;
import tribune.trail.TrailSetup;
import tribune.trail.jdbc.HomeTrail;
import tribune.trail.jdbc.PostgresAddress;
import tribune.trail.jdbc.PostgresTrail;

/** Where a trail lies. Two are equal if they are the same place. */
public sealed interface TrailPlace {
  /**
   * The trail there, begun if there is none.
   *
   * @throws CommandFailed if the place cannot be used
   */
  Trail open(TrailSetup setup);

  /** The same, but none is begun. */
  Optional<Trail> openIfBegun(TrailSetup setup);

  /**
   * The trail there, if one was begun, to be read only: also while another process records in it.
   */
  Optional<Trail> openToRead(TrailSetup setup);

  /** The trail there with an index that is built anew; empty if it has none to build. */
  Optional<Trail> rebuilt(TrailSetup setup);

  /** The same for the same place, whoever looks from wherever. */
  String key();

  /** Copies a trail to this place, which has none; {@code progress} may throw to stop. */
  Copied copy(Trail source, TrailSetup setup, LongConsumer progress);

  /**
   * The home of that path.
   *
   * @throws CommandFailed if it is no path
   */
  static TrailPlace home(String path) {
    try {
      return new Home(Path.of(path));
    } catch (InvalidPathException e) {
      throw new CommandFailed(ExitCode.USAGE, path + " is no path: " + e.getReason());
    }
  }

  /** A home directory on this machine. */
  final class Home implements TrailPlace {
    /** A command that records is soon done; a session is not worth waiting for. */
    private static final Duration READING_PATIENCE = Duration.ofMillis(250);

    private final Path given;
    private final Path home;

    Home(Path given) {
      this.given = given;
      this.home = given.toAbsolutePath().normalize();
    }

    @Override
    public Trail open(TrailSetup setup) {
      return usable(() -> HomeTrail.open(home, setup));
    }

    @Override
    public Optional<Trail> openIfBegun(TrailSetup setup) {
      return usable(
          () ->
              HomeTrail.exists(home) ? Optional.of(HomeTrail.open(home, setup)) : Optional.empty());
    }

    @Override
    public Optional<Trail> openToRead(TrailSetup setup) {
      TrailSetup reading = setup.withPatience(READING_PATIENCE);
      return usable(
          () ->
              HomeTrail.exists(home)
                  ? Optional.of(HomeTrail.openToRead(home, reading))
                  : Optional.empty());
    }

    @Override
    public Copied copy(Trail source, TrailSetup setup, LongConsumer progress) {
      return usable(() -> HomeTrail.copy(source, home, setup, progress));
    }

    @Override
    public Optional<Trail> rebuilt(TrailSetup setup) {
      return usable(
          () ->
              HomeTrail.exists(home)
                  ? Optional.of(HomeTrail.rebuild(home, setup))
                  : Optional.empty());
    }

    @Override
    public String key() {
      return "home " + home;
    }

    private <T> T usable(Supplier<T> work) {
      if (home.toString().indexOf(';') >= 0) {
        throw new CommandFailed(
            ExitCode.USAGE,
            "the home " + given + " cannot be used: its path may not hold a semicolon",
            "choose another one with --home or TRIBUNE_HOME");
      }
      if (Files.exists(home) && !Files.isDirectory(home)) {
        throw unusable("it is a file, and a directory is needed");
      }
      try {
        return work.get();
      } catch (UncheckedIOException e) {
        throw unusable(FileTrouble.reason(e));
      }
    }

    private CommandFailed unusable(String why) {
      return new CommandFailed(
          ExitCode.REFUSED,
          "the home " + given + " cannot be used: " + why,
          "choose another one with --home or TRIBUNE_HOME");
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Home that && home.equals(that.home);
    }

    @Override
    public int hashCode() {
      return home.hashCode();
    }

    @Override
    public String toString() {
      return given.toString();
    }
  }

  /**
   * A PostgreSQL database.
   *
   * @param home where the signing key is kept
   */
  record Database(PostgresAddress address, Path home) implements TrailPlace {
    @Override
    public Trail open(TrailSetup setup) {
      return PostgresTrail.open(address, keyed(setup));
    }

    @Override
    public Optional<Trail> openIfBegun(TrailSetup setup) {
      return PostgresTrail.openIfBegun(address, keyed(setup));
    }

    @Override
    public Optional<Trail> openToRead(TrailSetup setup) {
      return openIfBegun(setup);
    }

    /** The key stays with the user: nothing in the database is secret. */
    private TrailSetup keyed(TrailSetup setup) {
      return setup.keys().isPresent() ? setup : setup.withKeys(new KeyPlace.InHome(home));
    }

    @Override
    public Optional<Trail> rebuilt(TrailSetup setup) {
      return Optional.empty();
    }

    @Override
    public String key() {
      return "store " + address;
    }

    @Override
    public Copied copy(Trail source, TrailSetup setup, LongConsumer progress) {
      return PostgresTrail.copy(source, address, progress);
    }

    @Override
    public String toString() {
      return "the store " + address;
    }
  }
}
