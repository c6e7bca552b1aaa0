package tribune.verdict;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;

/**
 * The outcome of one check on one decision, with what it rests on. Every audit has exactly one
 * finding for each check of its rule base. Immutable.
 */
public sealed interface Finding {

  CheckId check();

  Severity severity();

  Outcome outcome();

  /** The matches of rules behind it; none where no rule spoke. */
  default Grounds grounds() {
    return Grounds.NONE;
  }

  <T> T fold(
      Function<Pass, T> pass,
      Function<Fail, T> fail,
      Function<NeedsEvidence, T> needsEvidence,
      Function<NotApplicable, T> notApplicable,
      Function<Fault, T> fault);

  /** The same with fewer grounds, where a record would become too long. */
  default Finding abridged() {
    return fold(
        pass -> new Pass(check(), severity(), pass.grounds().abridged()),
        fail -> new Fail(check(), severity(), fail.grounds().abridged()),
        needs ->
            new NeedsEvidence(check(), severity(), needs.missing(), needs.grounds().abridged()),
        notApplicable -> notApplicable,
        fault -> fault);
  }

  /** The check applies, has the facts it needs, and nothing speaks against the decision. */
  record Pass(CheckId check, Severity severity, Grounds grounds) implements Finding {
    public Pass {
      requireAll(check, severity, grounds);
    }

    @Override
    public Outcome outcome() {
      return Outcome.PASS;
    }

    @Override
    public <T> T fold(
        Function<Pass, T> pass,
        Function<Fail, T> fail,
        Function<NeedsEvidence, T> needsEvidence,
        Function<NotApplicable, T> notApplicable,
        Function<Fault, T> fault) {
      return pass.apply(this);
    }
  }

  /** The decision does not meet the check; the grounds say why. */
  record Fail(CheckId check, Severity severity, Grounds grounds) implements Finding {
    public Fail {
      requireAll(check, severity, grounds);
      grounds.requireSome(check);
    }

    @Override
    public Outcome outcome() {
      return Outcome.FAIL;
    }

    @Override
    public <T> T fold(
        Function<Pass, T> pass,
        Function<Fail, T> fail,
        Function<NeedsEvidence, T> needsEvidence,
        Function<NotApplicable, T> notApplicable,
        Function<Fault, T> fault) {
      return fail.apply(this);
    }
  }

  /**
   * The check cannot be decided on what is stated.
   *
   * @param missing the facts that are missing, such as {@code decision.retroactive}
   */
  record NeedsEvidence(CheckId check, Severity severity, Paths missing, Grounds grounds)
      implements Finding {
    public NeedsEvidence {
      requireAll(check, severity, missing, grounds);
      if (missing.isEmpty()) {
        throw new IllegalArgumentException(check + " needs evidence but names no missing fact");
      }
    }

    @Override
    public Outcome outcome() {
      return Outcome.NEEDS_EVIDENCE;
    }

    @Override
    public <T> T fold(
        Function<Pass, T> pass,
        Function<Fail, T> fail,
        Function<NeedsEvidence, T> needsEvidence,
        Function<NotApplicable, T> notApplicable,
        Function<Fault, T> fault) {
      return needsEvidence.apply(this);
    }
  }

  /** The check does not concern this decision. */
  record NotApplicable(CheckId check, Severity severity) implements Finding {
    public NotApplicable {
      requireAll(check, severity);
    }

    @Override
    public Outcome outcome() {
      return Outcome.NOT_APPLICABLE;
    }

    @Override
    public <T> T fold(
        Function<Pass, T> pass,
        Function<Fail, T> fail,
        Function<NeedsEvidence, T> needsEvidence,
        Function<NotApplicable, T> notApplicable,
        Function<Fault, T> fault) {
      return notApplicable.apply(this);
    }
  }

  /** The rule base is at fault: a rule threw, ran out of its budget, or contradicted itself. */
  record Fault(CheckId check, Severity severity, String cause) implements Finding {
    public Fault {
      requireAll(check, severity, cause);
    }

    @Override
    public Outcome outcome() {
      return Outcome.ERROR;
    }

    @Override
    public <T> T fold(
        Function<Pass, T> pass,
        Function<Fail, T> fail,
        Function<NeedsEvidence, T> needsEvidence,
        Function<NotApplicable, T> notApplicable,
        Function<Fault, T> fault) {
      return fault.apply(this);
    }
  }

  private static void requireAll(Object... members) {
    for (Object member : members) {
      requireNonNull(member);
    }
  }
}
