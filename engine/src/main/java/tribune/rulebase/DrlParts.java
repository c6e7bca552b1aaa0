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
  private static final String FACT = "a declared fact has members, each with a name and a type";
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
    forbidAll(content.getFunctions(), Refusal.FUNCTION);
    forbidAll(content.getGlobals(), Refusal.GLOBAL);
    forbidAll(content.getFunctionImports(), Refusal.FUNCTION_IMPORT);
    forbidAll(content.getAccumulateImports(), Refusal.FUNCTION_IMPORT);
    forbidAll(
        content.getEnumDeclarations(),
        new Refusal("a declared enum", "write a declared fact, or a text"));
    forbidAll(
        content.getEntryPointDeclarations(),
        new Refusal("an entry point", "all facts come one way"));
    forbidAll(
        content.getWindowDeclarations(), new Refusal("a window", "facts are there all the time"));
    content.getAttributes().forEach(it -> forbid(it, Refusal.attribute(it.getName())));
    content.getImports().forEach(this::checkImport);
    content.getTypeDeclarations().forEach(this::checkDeclared);
    content.getRules().forEach(this::checkRule);
    return found;
  }

  private void checkImport(ImportDescr imported) {
    if (!WALL.mayImport(imported.getTarget())) {
      forbid(
          imported,
          new Refusal(
              "the import of " + imported.getTarget(),
              "tribune.decision.* and tribune.rulebase.language.* are there for rules"));
    }
  }

  private void checkDeclared(TypeDeclarationDescr type) {
    unmarked(type);
    if (type.isTrait() || !type.getSuperTypes().isEmpty()) {
      forbid(type, new Refusal("a declared fact that extends another", FACT));
    }
    if (!WALL.mayDeclare(type.getTypeName())) {
      forbid(
          type,
          new Refusal(
              "a declared fact called " + type.getTypeName(), "there is such a type already"));
    }
    for (TypeFieldDescr field : fields(type)) {
      unmarked(field);
      if (field.getInitExpr() != null) {
        forbid(field, new Refusal("a member with a value of its own", FACT));
      }
    }
  }

  private static Collection<TypeFieldDescr> fields(AbstractClassTypeDeclarationDescr type) {
    return type.getFields().values();
  }

  private void checkRule(RuleDescr rule) {
    if (rule.isQuery()) {
      forbid(rule, Refusal.QUERY);
      return;
    }
    unmarked(rule);
    rule.getAttributes().values().forEach(it -> forbid(it, Refusal.attribute(it.getName())));
    if (!rule.getNamedConsequences().isEmpty()) {
      forbid(rule, Refusal.SECOND_CONSEQUENCE);
    }
    for (PatternDescr pattern : Patterns.in(rule.getLhs())) {
      unmarked(pattern);
    }
  }

  private void unmarked(AnnotatedBaseDescr part) {
    if (!part.getAnnotations().isEmpty()) {
      forbid(part, Refusal.ANNOTATION);
    }
  }

  private void forbidAll(Collection<? extends BaseDescr> parts, Refusal refusal) {
    parts.forEach(it -> forbid(it, refusal));
  }

  private void forbid(BaseDescr what, Refusal refusal) {
    found.add(
        refusal.at(DrlFile.inside(file.source(), what.getLine(), what.getColumn() - 1), file));
  }
}
