package tribune.trail;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a record tells, beside when and by whom. New kinds of record join here; the members that all
 * records have stay as they are.
 */
public sealed interface Body {
  /** The name of this kind of record. */
  String type();

  /** The rule base that the record names and that is kept with it, if it names one. */
  default Optional<RuleBaseRef> namedRuleBase() {
    return Optional.empty();
  }

  <T> T fold(
      Function<Opened, T> opened,
      Function<Audited, T> audited,
      Function<Recovered, T> recovered,
      Function<Activated, T> activated,
      Function<Exported, T> exported,
      Function<Rotated, T> rotated);

  /** The trail begins: always record 0, and only that. */
  record Opened(EngineRef engine) implements Body {
    static final String TYPE = "trail.opened";

    public Opened {
      requireNonNull(engine, "engine");
    }

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public <T> T fold(
        Function<Opened, T> opened,
        Function<Audited, T> audited,
        Function<Recovered, T> recovered,
        Function<Activated, T> activated,
        Function<Exported, T> exported,
        Function<Rotated, T> rotated) {
      return opened.apply(this);
    }
  }

  /**
   * A decision was audited.
   *
   * @param submission what the submission was called, so that it is recorded once however often it
   *     is sent; records of an older Tribune have none
   */
  record Audited(
      Optional<SubmissionKey> submission,
      DecisionRef decision,
      FactsRef facts,
      RuleBaseRef ruleBase,
      EngineRef engine,
      AuditResult result)
      implements Body {
    static final String TYPE = "decision.audited";

    /** As an older Tribune wrote it, without a key. */
    public Audited(
        DecisionRef decision,
        FactsRef facts,
        RuleBaseRef ruleBase,
        EngineRef engine,
        AuditResult result) {
      this(Optional.empty(), decision, facts, ruleBase, engine, result);
    }

    public Audited {
      requireNonNull(submission, "submission");
      requireNonNull(decision, "decision");
      requireNonNull(facts, "facts");
      requireNonNull(ruleBase, "ruleBase");
      requireNonNull(engine, "engine");
      requireNonNull(result, "result");
    }

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public Optional<RuleBaseRef> namedRuleBase() {
      return Optional.of(ruleBase);
    }

    @Override
    public <T> T fold(
        Function<Opened, T> opened,
        Function<Audited, T> audited,
        Function<Recovered, T> recovered,
        Function<Activated, T> activated,
        Function<Exported, T> exported,
        Function<Rotated, T> rotated) {
      return audited.apply(this);
    }
  }

  /**
   * After a crash, the end of the journal that was never acknowledged was cut off.
   *
   * @param bytes how many bytes were cut off
   */
  record Recovered(EngineRef engine, long bytes) implements Body {
    static final String TYPE = "trail.recovered";

    public Recovered {
      requireNonNull(engine, "engine");
      if (bytes < 1) {
        throw new IllegalArgumentException("nothing was cut off: " + bytes);
      }
    }

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public <T> T fold(
        Function<Opened, T> opened,
        Function<Audited, T> audited,
        Function<Recovered, T> recovered,
        Function<Activated, T> activated,
        Function<Exported, T> exported,
        Function<Rotated, T> rotated) {
      return recovered.apply(this);
    }
  }

  /**
   * A rule base became the one in force: from here on, audits use it unless they are told another.
   *
   * @param reason why, in the words of whoever had it done
   * @param rehearsal what was tried on exactly this rule base before
   */
  record Activated(RuleBaseRef ruleBase, String reason, EngineRef engine, Rehearsal rehearsal)
      implements Body {
    static final String TYPE = "rulebase.activated";

    public Activated {
      requireNonNull(ruleBase, "ruleBase");
      Activation.requireReason(reason);
      requireNonNull(engine, "engine");
      requireNonNull(rehearsal, "rehearsal");
    }

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public Optional<RuleBaseRef> namedRuleBase() {
      return Optional.of(ruleBase);
    }

    @Override
    public <T> T fold(
        Function<Opened, T> opened,
        Function<Audited, T> audited,
        Function<Recovered, T> recovered,
        Function<Activated, T> activated,
        Function<Exported, T> exported,
        Function<Rotated, T> rotated) {
      return activated.apply(this);
    }
  }

  /** A copy of the trail, or of a part of it, was made for others. */
  record Exported(EngineRef engine, ExportRef export) implements Body {
    static final String TYPE = "export.created";

    public Exported {
      requireNonNull(engine, "engine");
      requireNonNull(export, "export");
    }

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public <T> T fold(
        Function<Opened, T> opened,
        Function<Audited, T> audited,
        Function<Recovered, T> recovered,
        Function<Activated, T> activated,
        Function<Exported, T> exported,
        Function<Rotated, T> rotated) {
      return exported.apply(this);
    }
  }

  /**
   * From the next record on, another key signs. The checkpoint right after this record is signed by
   * both.
   *
   * @param oldKey the verifier key that signed until now, on one line
   * @param newKey the one that signs from now on
   */
  record Rotated(EngineRef engine, String oldKey, String newKey, String reason) implements Body {
    static final String TYPE = "key.rotated";

    public Rotated {
      requireNonNull(engine, "engine");
      Required.name(oldKey, "oldKey");
      Required.name(newKey, "newKey");
      Required.name(reason, "reason");
      if (oldKey.equals(newKey)) {
        throw new IllegalArgumentException("a key is not exchanged for itself: " + oldKey);
      }
    }

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public <T> T fold(
        Function<Opened, T> opened,
        Function<Audited, T> audited,
        Function<Recovered, T> recovered,
        Function<Activated, T> activated,
        Function<Exported, T> exported,
        Function<Rotated, T> rotated) {
      return rotated.apply(this);
    }
  }
}
