package tribune.proof;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * A proof, a signature, a policy or a text that does not hold. The message says where, what was
 * found and what was expected. Thrown rather than returned, so that a result nobody looked at never
 * passes for a yes.
 */
public class ProofRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Fault fault;

  public ProofRefused(Fault fault, String message) {
    super(message);
    this.fault = requireNonNull(fault, "fault");
  }

  /** One whose message is made as by {@link String#format}, in no language's way. */
  public static ProofRefused of(Fault fault, String format, Object... parts) {
    return new ProofRefused(fault, String.format(Locale.ROOT, format, parts));
  }

  public final Fault fault() {
    return fault;
  }
}
