package tribune.trail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the private key of a trail is kept: a file in PEM, with the verifier key in a file of the
 * same name ending in {@code .vkey} beside it. Never in a database, whatever the trail is kept in.
 */
public sealed interface KeyPlace {
  /** The file of the key of this trail, there or not. */
  Path file(String origin);

  /**
   * This very file.
   *
   * @param pem for one trail only: a key signs under the name of its trail
   */
  record At(Path pem) implements KeyPlace {
    public At {
      requireNonNull(pem, "pem");
    }

    @Override
    public Path file(String origin) {
      return pem;
    }
  }

  /**
   * The keys of a user who records in databases: {@code keys/} in the home, a file a trail. If the
   * trail once lay in this home itself, its key is taken from there.
   */
  record InHome(Path home) implements KeyPlace {
    public InHome {
      requireNonNull(home, "home");
    }

    @Override
    public Path file(String origin) {
      Path ofHome = Opener.directory(home).resolve(KeyFile.NAME);
      return names(ofHome, origin)
          ? ofHome
          : home.resolve("keys").resolve(FileNames.of(origin) + ".pem");
    }

    private static boolean names(Path pem, String origin) {
      Path verifier = new KeyFile(pem).verifierFile();
      try {
        return Files.exists(verifier) && Files.readString(verifier, UTF_8).startsWith(origin + "+");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
