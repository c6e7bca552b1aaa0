package tribune.proof.witness;

import java.util.List;
import java.util.stream.Collectors;
import tribune.proof.Fault;
import tribune.proof.ProofRefused;

/** A policy that cannot be used, with all mistakes of its text. */
public final class PolicyRefused extends ProofRefused {
  private static final long serialVersionUID = 1L;

  private final transient List<Mistake> mistakes;

  PolicyRefused(List<Mistake> mistakes) {
    super(
        Fault.MALFORMED,
        mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")));
    this.mistakes = List.copyOf(mistakes);
  }

  /** At least one, in the order of lines. */
  public List<Mistake> mistakes() {
    return mistakes;
  }

  /**
   * One mistake.
   *
   * @param line from 1
   * @param message what was found and expected
   */
  public record Mistake(int line, String message) {
    /** For people. */
    @Override
    public String toString() {
      return "policy, line " + line + ": " + message;
    }
  }
}
