package tribune.shell.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tribune.engine.RecordedRules;
import tribune.rulebase.Catalogue;
import tribune.trail.RuleBaseRef;
import tribune.trail.Trail;
import tribune.verdict.CheckId;

/**
 * The principle of each check: of one rule base, or for a check that it does not have, of any that
 * the trail holds.
 */
final class Principles implements Function<CheckId, String> {
  private static final String UNKNOWN = "-";

  private final List<Catalogue> read = new ArrayList<>();
  private final List<RuleBaseRef> unread;
  private final Optional<Trail> trail;
  private final Map<CheckId, String> known = new HashMap<>();

  Principles(Catalogue first, Optional<Trail> trail) {
    this.read.add(first);
    this.trail = trail;
    this.unread = new ArrayList<>(trail.map(Trail::ruleBases).orElse(List.of()));
  }

  @Override
  public String apply(CheckId check) {
    return known.computeIfAbsent(check, this::find);
  }

  private String find(CheckId check) {
    Optional<String> found = read.stream().flatMap(it -> principle(it, check).stream()).findFirst();
    while (found.isEmpty() && !unread.isEmpty()) {
      RuleBaseRef next = unread.remove(0);
      Optional<Catalogue> catalogue =
          RecordedRules.catalogue(trail.orElseThrow(), next)
              .fold(sound -> Optional.of(sound.value()), faulty -> Optional.empty());
      catalogue.ifPresent(read::add);
      found = catalogue.flatMap(it -> principle(it, check));
    }
    return found.orElse(UNKNOWN);
  }

  private static Optional<String> principle(Catalogue catalogue, CheckId check) {
    return catalogue.check(check).map(it -> catalogue.principleOf(check).id());
  }
}
