package tribune.trail;

import org.jspecify.annotations.Nullable;

/**
 * Who had a record written.
 *
 * @param name of the person or the pipeline
 * @param role in which they acted, if stated
 * @param host the machine they acted on
 */
public record Actor(String name, @Nullable String role, String host) {
  public Actor {
    Required.name(name, "name of the actor");
    Required.name(host, "host of the actor");
    if (role != null) {
      Required.name(role, "role of the actor");
    }
  }
}
