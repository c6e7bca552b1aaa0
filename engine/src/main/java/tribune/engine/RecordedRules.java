package tribune.engine;

import java.util.Optional;
import tribune.document.Reading;
import tribune.rulebase.Catalogue;
import tribune.rulebase.RuleBase;
import tribune.rulebase.RuleBaseDescription;
import tribune.rulebase.RuleBaseFiles;
import tribune.trail.RuleBaseRef;
import tribune.trail.StoredRuleBase;
import tribune.trail.Trail;

/** Rule bases on their way into a trail and back, byte for byte. Stateless. */
public final class RecordedRules {
  private RecordedRules() {}

  /** The rule base as a trail keeps it. */
  public static StoredRuleBase store(RuleBase rules) {
    RuleBaseDescription description = rules.catalogue().description();
    return StoredRuleBase.of(description.name(), description.version(), rules.files().files());
  }

  /**
   * The files of the rule base that a record was made with.
   *
   * @throws IllegalStateException if the trail does not hold it
   */
  public static RuleBaseFiles files(Trail trail, RuleBaseRef ref) {
    return find(trail, ref)
        .orElseThrow(() -> new IllegalStateException("the trail lacks rule base " + ref));
  }

  /** The same; empty if the trail does not hold it. */
  public static Optional<RuleBaseFiles> find(Trail trail, RuleBaseRef ref) {
    return trail
        .ruleBase(ref.sha256())
        .map(stored -> RuleBaseFiles.of(ref.name(), stored.files()).orThrow());
  }

  /** What the rule base of a record says of its checks, as it was on that day. */
  public static Reading<Catalogue> catalogue(Trail trail, RuleBaseRef ref) {
    return RuleBase.catalogue(files(trail, ref));
  }
}
