package tribune.export;

import java.util.OptionalLong;
import tribune.proof.Hash;
import tribune.trail.Body;
import tribune.trail.Payload;
import tribune.trail.RecentRuleBases;
import tribune.trail.StoredRecord;
import tribune.trail.StoredRuleBase;
import tribune.trail.Trail;
import tribune.trail.TrailUnsound;
import tribune.trail.Unsoundness;

/** What a trail keeps beside its records, checked as it is read. Used by one thread. */
final class TrailAttachments implements Attachments {
  private static final String ADVICE = "run `trail verify`, which names the first bad record";

  private final Trail trail;
  private final RecentRuleBases<Hash, StoredRuleBase> ruleBases = new RecentRuleBases<>();

  TrailAttachments(Trail trail) {
    this.trail = trail;
  }

  @Override
  public Payload facts(StoredRecord record) {
    if (!(record.content().body() instanceof Body.Audited audited)) {
      throw new IllegalStateException(record + " is no audit");
    }
    Hash commitment = audited.facts().commitment();
    return trail
        .payload(record.seq())
        .filter(it -> it.commitment().equals(commitment))
        .orElseThrow(
            () ->
                unsound(
                    OptionalLong.of(record.seq()),
                    "no facts, or others",
                    "facts with commitment " + commitment));
  }

  @Override
  public StoredRuleBase ruleBase(Hash sha256) {
    return ruleBases.find(sha256).orElseGet(() -> ruleBases.keep(sha256, read(sha256)));
  }

  private StoredRuleBase read(Hash sha256) {
    return trail
        .ruleBase(sha256)
        .orElseThrow(
            () -> unsound(OptionalLong.empty(), "no such rule base", "rule base " + sha256));
  }

  static TrailUnsound unsound(OptionalLong seq, String found, String expected) {
    return new TrailUnsound(new Unsoundness(seq, "what is exported", found, expected, ADVICE));
  }
}
