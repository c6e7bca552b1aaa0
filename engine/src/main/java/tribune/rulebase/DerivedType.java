package tribune.rulebase;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import tribune.document.Place;
import tribune.document.Source;

/**
 * A type that a rule file declares for derived facts.
 *
 * @param members the type of each member by its name
 */
public record DerivedType(String name, Map<String, String> members, Source source, Place place) {
  public DerivedType {
    requireNonNull(name, "name");
    requireNonNull(source, "source");
    requireNonNull(place, "place");
    members = Map.copyOf(members);
  }
}
