package tribune.trail.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import tribune.trail.Trail;
import tribune.trail.TrailUnsound;
import tribune.trail.Unsoundness;

/** That something is wrong with a trail: what comes first, and who says so. */
record Noticed(Attack.By by, Unsoundness first) {

  /** What somebody notices who opens and verifies, which must be something. */
  static Noticed of(TestStore store) {
    try (Trail trail = store.open()) {
      return inOpen(trail).orElseThrow(() -> new AssertionError("nobody noticed anything"));
    } catch (TrailUnsound e) {
      return new Noticed(Attack.By.OPENING, e.unsoundness());
    }
  }

  /** What {@code trail verify} notices, if anything. */
  static Optional<Noticed> inOpen(Trail trail) {
    return trail
        .verify()
        .fold(
            sound -> Optional.empty(),
            unsound -> Optional.of(new Noticed(Attack.By.VERIFY, unsound.first())));
  }

  void requireAsFor(Attack attack) {
    assertThat(first.seq()).as("%s: %s", attack, first).hasValue(attack.firstBad());
    if (attack.by() != Attack.By.EITHER) {
      assertThat(by).as("%s: %s", attack, first).isEqualTo(attack.by());
    }
  }
}
