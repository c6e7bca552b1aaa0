package tribune.rulebase;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import tribune.document.Diagnostic;
import tribune.document.Diagnostics;
import tribune.document.Reading;
import tribune.document.Source;

/**
 * All rules and derived types of a rule base as they are written. Reading them compiles nothing.
 * Immutable.
 *
 * @param rules by name, in the order of the files
 * @param types by name
 */
public record RuleOutlines(Map<String, RuleOutline> rules, Map<String, DerivedType> types) {
  public RuleOutlines {
    rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
    types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
  }

  /** The rules of these files, or where a file is not DRL. */
  public static Reading<RuleOutlines> read(RuleBaseFiles files) {
    List<Diagnostic> found = new ArrayList<>();
    Map<String, RuleOutline> rules = new LinkedHashMap<>();
    Map<String, DerivedType> types = new LinkedHashMap<>();
    for (Source source : files.rules()) {
      Diagnostics diagnostics = new Diagnostics(source);
      Optional<DrlFile> parsed = DrlFile.parse(source.name(), source, diagnostics);
      found.addAll(diagnostics.sorted());
      parsed.ifPresent(
          file -> {
            RuleOutline.of(file).forEach(rule -> rules.putIfAbsent(rule.name(), rule));
            file.content().getTypeDeclarations().stream()
                .map(type -> type(type, source))
                .forEach(type -> types.putIfAbsent(type.name(), type));
          });
    }
    return found.isEmpty()
        ? new Reading.Sound<>(new RuleOutlines(rules, types), List.of())
        : new Reading.Faulty<>(found, 0);
  }

  private static DerivedType type(TypeDeclarationDescr type, Source source) {
    Map<String, String> members = new LinkedHashMap<>();
    type.getFields()
        .forEach((name, field) -> members.put(name, field.getPattern().getObjectType()));
    return new DerivedType(
        type.getTypeName(),
        members,
        source,
        DrlFile.inside(source, type.getLine(), type.getColumn() - 1));
  }
}
