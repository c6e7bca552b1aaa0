package tribune.export;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tribune.proof.Hash;
import tribune.trail.AuditRecord;
import tribune.trail.Body;
import tribune.trail.Payload;
import tribune.trail.RuleBaseRef;
import tribune.trail.StoredRecord;
import tribune.trail.StoredRuleBase;

/**
 * One record on its way through an export, with what belongs to it. Facts and rule base are looked
 * up when they are asked for, and checked; a format that asks says so in {@link
 * ExportFormat#reads}. Used while it is added, by one thread; not kept.
 */
public final class ExportRow {
  private final StoredRecord stored;
  private final Attachments attachments;
  private @Nullable Payload facts;

  ExportRow(StoredRecord stored, Attachments attachments) {
    this.stored = requireNonNull(stored, "stored");
    this.attachments = requireNonNull(attachments, "attachments");
  }

  public long seq() {
    return stored.seq();
  }

  public Instant at() {
    return stored.content().at();
  }

  /** The exact bytes that were hashed. */
  public byte[] bytes() {
    return stored.bytes();
  }

  public Hash leaf() {
    return stored.leaf();
  }

  public AuditRecord content() {
    return stored.content();
  }

  /** The audit, if the record tells of one. */
  public Optional<Body.Audited> audited() {
    return content().body() instanceof Body.Audited audited
        ? Optional.of(audited)
        : Optional.empty();
  }

  /**
   * The facts of an audit; they fit the commitment in its record.
   *
   * @throws tribune.trail.TrailUnsound if they do not, or are not there
   */
  public Payload facts() {
    Payload known = facts;
    if (known == null) {
      known = attachments.facts(stored);
      facts = known;
    }
    return known;
  }

  /**
   * The rule base that the record names; it has the hash that stands there.
   *
   * @throws tribune.trail.TrailUnsound if it has another, or is not there
   */
  public StoredRuleBase ruleBase() {
    RuleBaseRef named =
        content()
            .body()
            .namedRuleBase()
            .orElseThrow(() -> new IllegalStateException(stored + " names no rule base"));
    return attachments.ruleBase(named.sha256());
  }
}
