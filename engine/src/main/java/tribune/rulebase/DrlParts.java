package tribune.rulebase;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.drools.drl.ast.descr.AbstractClassTypeDeclarationDescr;
import org.drools.drl.ast.descr.AnnotatedBaseDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.drools.drl.ast.descr.TypeFieldDescr;
import tribune.document.Diagnostic;
import tribune.rulebase.confinement.AllowList;
import tribune.rulebase.confinement.SourceWall;

/**
 * Which parts of DRL a rule file may have: rules, and declared facts that are nothing but members.
 * Some others run code of the file while it is compiled, before there is anything to hold against a
 * wall: constants of a declared enum do. So nothing is compiled that has them.
 */
final class DrlParts {
  private static final String RULE = "write a rule instead";
  private static final String FACT = "a declared fact has members, each with a name and a type";
  private static final String NO_ATTRIBUTES = "rules of the contract need no attributes";
  private static final SourceWall WALL = new SourceWall(AllowList.shipped());

  private final List<Diagnostic> found = new ArrayList<>();
  private final DrlFile file;

  private DrlParts(DrlFile file) {
    this.file = file;
  }

  static List<Diagnostic> check(List<DrlFile> files) {
    List<Diagnostic> found = new ArrayList<>();
    for (DrlFile file : files) {
      found.addAll(new DrlParts(file).found());
    }
    return found;
  }

  private List<Diagnostic> found() {
    PackageDescr content = file.content();
    forbidAll(content.getFunctions(), "a function", RULE);
    forbidAll(content.getGlobals(), "a global", "`audit` is given; thresholds are facts");
    forbidAll(content.getFunctionImports(), "the import of a function", RULE);
    forbidAll(content.getAccumulateImports(), "the import of a function", RULE);
    forbidAll(content.getEnumDeclarations(), "a declared enum", "write a declared fact, or a text");
    forbidAll(content.getEntryPointDeclarations(), "an entry point", "all facts come one way");
    forbidAll(content.getWindowDeclarations(), "a window", "facts are there all the time");
    content.getAttributes().forEach(it -> forbid(it, attribute(it.getName()), NO_ATTRIBUTES));
    content.getImports().forEach(this::checkImport);
    content.getTypeDeclarations().forEach(this::checkDeclared);
    content.getRules().forEach(this::checkRule);
    return found;
  }

  private static String attribute(String name) {
    return "the attribute `" + name + "`";
  }

  private void checkImport(ImportDescr imported) {
    if (!WALL.mayImport(imported.getTarget())) {
      forbid(
          imported,
          "the import of " + imported.getTarget(),
          "tribune.decision.* and tribune.rulebase.language.* are there for rules");
    }
  }

  private void checkDeclared(TypeDeclarationDescr type) {
    unmarked(type);
    if (type.isTrait() || !type.getSuperTypes().isEmpty()) {
      forbid(type, "a declared fact that extends another", FACT);
    }
    if (!WALL.mayDeclare(type.getTypeName())) {
      forbid(type, "a declared fact called " + type.getTypeName(), "there is such a type already");
    }
    for (TypeFieldDescr field : fields(type)) {
      unmarked(field);
      if (field.getInitExpr() != null) {
        forbid(field, "a member with a value of its own", FACT);
      }
    }
  }

  private static Collection<TypeFieldDescr> fields(AbstractClassTypeDeclarationDescr type) {
    return type.getFields().values();
  }

  private void checkRule(RuleDescr rule) {
    if (rule.isQuery()) {
      forbid(rule, "a query", RULE);
      return;
    }
    unmarked(rule);
    rule.getAttributes().values().forEach(it -> forbid(it, attribute(it.getName()), NO_ATTRIBUTES));
    if (!rule.getNamedConsequences().isEmpty()) {
      forbid(rule, "a second consequence", RULE);
    }
    for (PatternDescr pattern : Patterns.in(rule.getLhs())) {
      unmarked(pattern);
    }
  }

  private void unmarked(AnnotatedBaseDescr part) {
    if (!part.getAnnotations().isEmpty()) {
      forbid(part, "an annotation", "leave it out");
    }
  }

  private void forbidAll(Collection<? extends BaseDescr> parts, String name, String instead) {
    parts.forEach(it -> forbid(it, name, instead));
  }

  private void forbid(BaseDescr what, String name, String instead) {
    found.add(
        Diagnostic.of(
                RuleBaseCode.FORBIDDEN, file.source(), name + " is not allowed in a rule file")
            .at(DrlFile.inside(file.source(), what.getLine(), what.getColumn() - 1))
            .note(instead));
  }
}
