package tribune.shell.workspace;

import static java.util.Objects.requireNonNull;

import tribune.rulebase.Catalogue;
import tribune.rulebase.RuleBaseFiles;

/**
 * A rule base as it is written, for those who read it. It is not compiled, so its rules may be
 * faulty.
 *
 * @param catalogue what the files say of their principles, checks and thresholds
 */
public record WrittenRules(RuleBaseFiles files, Catalogue catalogue) {
  public WrittenRules {
    requireNonNull(files, "files");
    requireNonNull(catalogue, "catalogue");
  }
}
