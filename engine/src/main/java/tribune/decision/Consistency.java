package tribune.decision;

import tribune.document.Diagnostics;
import tribune.schema.Bound;

/**
 * Looks at what the facts of a proposal say together. The proposal may be a draft: required members
 * may be null where they are missing or wrong, which has been reported then.
 */
interface Consistency {
  void examine(Bound<Proposal> bound, Diagnostics diagnostics);
}
