package tribune.rulebase;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import tribune.document.Reading;
import tribune.document.Source;

/**
 * All rules and derived types of a rule base as they are written. Reading them compiles nothing.
 * Immutable.
 *
 * @param rules by name, in the order of the files
 * @param types by name
 * @param foundations what the rules read
 */
public record RuleOutlines(
    Map<String, RuleOutline> rules, Map<String, DerivedType> types, Foundations foundations) {
  public RuleOutlines {
    rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
    types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
  }

  /** The rules of these files, or where a file is not DRL. */
  public static Reading<RuleOutlines> read(RuleBaseFiles files) {
    RuleFiles read = RuleFiles.parse(files);
    return read.mistakes().isEmpty()
        ? new Reading.Sound<>(of(read.files()), List.of())
        : new Reading.Faulty<>(read.mistakes(), 0);
  }

  static RuleOutlines of(List<DrlFile> files) {
    Map<String, RuleOutline> rules = new LinkedHashMap<>();
    Map<String, DerivedType> types = new LinkedHashMap<>();
    for (DrlFile file : files) {
      RuleOutline.of(file).forEach(rule -> rules.putIfAbsent(rule.name(), rule));
      file.content().getTypeDeclarations().stream()
          .map(type -> type(type, file.source()))
          .forEach(type -> types.putIfAbsent(type.name(), type));
    }
    return new RuleOutlines(rules, types, Foundations.of(files));
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
