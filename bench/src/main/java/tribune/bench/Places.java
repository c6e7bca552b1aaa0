package tribune.bench;

import java.nio.file.Path;
import java.util.Optional;
import tribune.trail.KeyPlace;
import tribune.trail.Trail;
import tribune.trail.jdbc.HomeTrail;
import tribune.trail.jdbc.PostgresAddress;
import tribune.trail.jdbc.PostgresTrail;

/** Opens a trail by its place: a directory, or the URL of a database. */
final class Places {
  private Places() {}

  static Trail open(String place, Path keys) {
    return place.startsWith("jdbc:")
        ? PostgresTrail.open(
            PostgresAddress.of(place, Optional.empty()),
            Workload.setup().withKeys(new KeyPlace.InHome(keys)))
        : HomeTrail.open(Path.of(place), Workload.setup());
  }
}
