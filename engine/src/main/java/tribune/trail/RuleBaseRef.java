package tribune.trail;

import static java.util.Objects.requireNonNull;

import tribune.proof.Hash;

/**
 * The rule base of an audit.
 *
 * @param sha256 of its manifest, see {@link tribune.document.Manifest}
 */
public record RuleBaseRef(Hash sha256, String name, String version) {
  public RuleBaseRef {
    requireNonNull(sha256, "sha256");
    Required.name(name, "name of the rule base");
    Required.name(version, "version of the rule base");
  }
}
