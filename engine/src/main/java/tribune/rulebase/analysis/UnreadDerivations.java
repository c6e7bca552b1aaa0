package tribune.rulebase.analysis;

import java.util.List;
import java.util.Set;
import tribune.document.Diagnostic;
import tribune.rulebase.DerivedType;
import tribune.rulebase.RuleBaseCode;

/** Derived types that no check looks at, not even through other derivations. */
final class UnreadDerivations implements Finder {

  @Override
  public List<Diagnostic> find(Written rules) {
    Set<String> useful = new Derivations(rules).useful();
    return rules.outlines().types().values().stream()
        .filter(type -> !useful.contains(type.name()))
        .map(UnreadDerivations::diagnostic)
        .toList();
  }

  private static Diagnostic diagnostic(DerivedType type) {
    return Diagnostic.of(
            RuleBaseCode.UNREAD_DERIVATION, type.source(), "no check reads " + type.name())
        .at(Words.after(type.place(), type.name(), type.source()))
        .note("leave it out with the rules that derive it, or read it in a check");
  }
}
