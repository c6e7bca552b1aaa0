package tribune.export;

import java.io.IOException;
import java.util.Optional;
import tribune.proof.Hash;
import tribune.trail.Body;
import tribune.trail.Payload;
import tribune.trail.RuleBaseRef;
import tribune.trail.StoredRecord;
import tribune.trail.StoredRuleBase;

/** What lies beside the record of an export that was read last, checked. Used by one thread. */
final class Beside implements Attachments, AutoCloseable {
  private final Optional<PayloadLines> payloads;
  private final RuleBaseFolder ruleBases;
  private Optional<Payload> facts = Optional.empty();
  private Optional<StoredRuleBase> rules = Optional.empty();

  /**
   * @param payloads empty if the export has no facts and rule bases
   */
  Beside(Optional<PayloadLines> payloads, RuleBaseFolder ruleBases) {
    this.payloads = payloads;
    this.ruleBases = ruleBases;
  }

  /** Reads on to what belongs to this record, which is the next one. */
  void read(StoredRecord record) throws IOException {
    if (payloads.isEmpty()) {
      return;
    }
    if (record.content().body() instanceof Body.Audited audited) {
      facts = Optional.of(payloads.get().next(record, audited));
    }
    Optional<RuleBaseRef> named = record.content().body().namedRuleBase();
    if (named.isPresent()) {
      rules = Optional.of(ruleBases.ruleBase(named.get()));
    }
  }

  @Override
  public Payload facts(StoredRecord record) {
    return facts.orElseThrow();
  }

  @Override
  public StoredRuleBase ruleBase(Hash sha256) {
    return rules.orElseThrow();
  }

  /** How many facts there were. */
  long end() throws IOException {
    if (payloads.isEmpty()) {
      return 0;
    }
    payloads.get().requireEnd();
    return payloads.get().count();
  }

  @Override
  public void close() throws IOException {
    if (payloads.isPresent()) {
      payloads.get().close();
    }
  }
}
