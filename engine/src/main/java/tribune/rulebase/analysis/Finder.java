package tribune.rulebase.analysis;

import java.util.List;
import tribune.document.Diagnostic;

/** Finds one kind of flaw in a rule base. */
interface Finder {
  List<Diagnostic> find(Written rules);
}
