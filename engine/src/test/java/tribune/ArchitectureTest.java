package tribune;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packages of the engine and what each may import. A new package gets its line here first. */
class ArchitectureTest {

  private static final Map<String, Set<String>> MAY_IMPORT = mayImport();

  private static final JavaClasses ENGINE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
          .importPackages("tribune");

  private static Map<String, Set<String>> mayImport() {
    Map<String, Set<String>> list = new LinkedHashMap<>();
    Set<String> facts = Set.of("tribune.decision", "tribune.schema", "tribune.document");
    list.put("tribune.threads", Set.of());
    list.put("tribune.document", Set.of());
    list.put("tribune.schema", Set.of("tribune.document"));
    list.put("tribune.decision", Set.of("tribune.schema", "tribune.document"));
    list.put("tribune.intake", facts);
    list.put("tribune.verdict", facts);
    list.put("tribune.rulebase.language", Set.of("tribune.decision"));
    list.put("tribune.rulebase.confinement", Set.of());
    list.put("tribune.rulebase.drl", Set.of("tribune.document"));
    list.put(
        "tribune.rulebase.meaning",
        Set.of(
            "tribune.decision",
            "tribune.document",
            "tribune.rulebase.language",
            "tribune.rulebase.drl"));
    list.put(
        "tribune.rulebase",
        with(
            facts,
            "tribune.verdict",
            "tribune.rulebase.language",
            "tribune.rulebase.confinement",
            "tribune.rulebase.drl",
            "tribune.rulebase.meaning",
            "tribune.threads"));
    list.put(
        "tribune.rulebase.cases",
        with(facts, "tribune.verdict", "tribune.rulebase", "tribune.rulebase.language"));
    list.put("tribune.rulebase.logic", Set.of("tribune.decision"));
    list.put(
        "tribune.rulebase.analysis",
        with(
            facts,
            "tribune.verdict",
            "tribune.rulebase",
            "tribune.rulebase.cases",
            "tribune.rulebase.language",
            "tribune.rulebase.logic"));
    list.put(
        "tribune.rulebase.page",
        with(facts, "tribune.verdict", "tribune.rulebase", "tribune.rulebase.cases"));
    list.put("tribune.rulebase.diff", with(facts, "tribune.verdict", "tribune.rulebase"));
    list.put("tribune.rulebase.layout", Set.of("tribune.document", "tribune.rulebase"));
    list.put(
        "tribune.rulebase.scaffold",
        Set.of(
            "tribune.document",
            "tribune.schema",
            "tribune.verdict",
            "tribune.rulebase",
            "tribune.rulebase.layout"));
    list.put("tribune.rulebase.editor", with(facts, "tribune.rulebase", "tribune.rulebase.cases"));
    list.put("tribune.proof", Set.of());
    list.put("tribune.proof.text", Set.of("tribune.proof"));
    Set<String> texts = Set.of("tribune.proof", "tribune.proof.text");
    list.put("tribune.proof.note", texts);
    list.put("tribune.proof.checkpoint", with(texts, "tribune.proof.note"));
    list.put(
        "tribune.proof.witness", with(texts, "tribune.proof.note", "tribune.proof.checkpoint"));
    Set<String> proofs =
        with(texts, "tribune.proof.note", "tribune.proof.checkpoint", "tribune.proof.witness");
    list.put(
        "tribune.trail",
        with(
            facts,
            "tribune.threads",
            "tribune.verdict",
            "tribune.proof",
            "tribune.proof.note",
            "tribune.proof.checkpoint"));
    list.put("tribune.trail.jdbc", Set.of("tribune.trail", "tribune.proof", "tribune.document"));
    list.put("tribune.anchor", with(proofs, "tribune.trail"));
    list.put(
        "tribune.export",
        with(
            facts,
            "tribune.verdict",
            "tribune.trail",
            "tribune.proof",
            "tribune.proof.note",
            "tribune.proof.text",
            "tribune.proof.checkpoint"));
    list.put("tribune.export.csv", Set.of("tribune.export"));
    list.put(
        "tribune.export.html",
        with(
            facts,
            "tribune.verdict",
            "tribune.rulebase",
            "tribune.trail",
            "tribune.proof",
            "tribune.proof.checkpoint",
            "tribune.export"));
    Set<String> describing =
        Set.of(
            "tribune.export",
            "tribune.rulebase",
            "tribune.verdict",
            "tribune.trail",
            "tribune.proof",
            "tribune.proof.checkpoint",
            "tribune.document");
    list.put("tribune.export.xlsx", describing);
    list.put("tribune.export.oscal", with(describing, "tribune.decision"));
    list.put(
        "tribune.export.format",
        Set.of(
            "tribune.export",
            "tribune.export.csv",
            "tribune.export.html",
            "tribune.export.oscal",
            "tribune.export.xlsx"));
    list.put("tribune.engine", Set.copyOf(list.keySet()));
    list.put(
        "tribune.replay",
        with(
            facts,
            "tribune.verdict",
            "tribune.rulebase",
            "tribune.trail",
            "tribune.engine",
            "tribune.threads"));
    list.put("tribune.live", Set.copyOf(list.keySet()));
    return list;
  }

  private static Set<String> with(Set<String> some, String... more) {
    return Stream.concat(some.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
  }

  static Set<String> packages() {
    return MAY_IMPORT.keySet();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void a_package_imports_only_those_below_it(String name) {
    Set<String> below = MAY_IMPORT.get(name);
    noClasses()
        .that()
        .resideInAPackage(name)
        .should()
        .dependOnClassesThat(
            describe(
                "are of another package of ours than " + new TreeSet<>(below),
                other ->
                    isOurs(other)
                        && !other.getPackageName().equals(name)
                        && !below.contains(other.getPackageName())))
        .because(
            name
                + " may import only what lies below it: take what you need as an argument,"
                + " or move the class to the package that has both")
        .allowEmptyShould(true)
        .check(ENGINE);
  }

  @Test
  void every_package_has_its_line_in_the_list() {
    classes()
        .should()
        .resideInAnyPackage(MAY_IMPORT.keySet().toArray(String[]::new))
        .because("a new package says first, in MAY_IMPORT, what lies below it")
        .allowEmptyShould(true)
        .check(ENGINE);
  }

  @Test
  void every_package_has_a_null_marked_package_info() {
    Set<String> unmarked =
        ENGINE.stream()
            .map(JavaClass::getPackage)
            .filter(our -> !isNullMarked(our))
            .map(JavaPackage::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(unmarked)
        .as(
            "packages without a package-info.java that carries @NullMarked and a sentence of"
                + " purpose")
        .isEmpty();
  }

  @Test
  void no_two_packages_import_each_other() {
    slices()
        .matching("tribune.(**)")
        .should()
        .beFreeOfCycles()
        .because("two packages that need each other are one, or hide a third below both")
        .allowEmptyShould(true)
        .check(ENGINE);
  }

  @Test
  void only_the_rule_base_sees_drools() {
    onlyIn("tribune.rulebase", "org.kie..", "org.drools..", "org.antlr..")
        .because("all others speak of findings and verdicts: ask tribune.rulebase.RuleBase")
        .allowEmptyShould(true)
        .check(ENGINE);
  }

  @Test
  void only_the_wall_sees_class_files() {
    onlyIn("tribune.rulebase.confinement", "org.objectweb.asm..")
        .because("all others ask tribune.rulebase.confinement.ClassWall")
        .allowEmptyShould(true)
        .check(ENGINE);
  }

  @Test
  void only_the_store_sees_sql() {
    onlyIn(
            "tribune.trail.jdbc",
            "java.sql..",
            "javax.sql..",
            "org.h2..",
            "org.postgresql..",
            "org.flywaydb..")
        .because("all others keep and find records through tribune.trail.Trail")
        .allowEmptyShould(true)
        .check(ENGINE);
  }

  @Test
  void only_its_format_sees_the_workbook_library() {
    onlyIn("tribune.export.xlsx", "org.dhatim..")
        .because("all others write cells of tribune.export.ExportTable")
        .allowEmptyShould(true)
        .check(ENGINE);
  }

  @Test
  void only_documents_see_the_yaml_parser() {
    onlyIn("tribune.document", "org.snakeyaml..")
        .because("all others read tribune.document.Node, which knows its place in the text")
        .allowEmptyShould(true)
        .check(ENGINE);
  }

  @Test
  void proofs_need_nothing_but_java() {
    classes()
        .that()
        .resideInAPackage("tribune.proof..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("tribune.proof..", "java..", "org.jspecify.annotations")
        .because(
            "an auditor must be able to check a proof with these packages alone, bytes in, bytes"
                + " out")
        .allowEmptyShould(true)
        .check(ENGINE);
  }

  private static ArchRule onlyIn(String owner, String... theirs) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(owner)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(theirs);
  }

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().equals("tribune") || type.getPackageName().startsWith("tribune.");
  }

  private static boolean isNullMarked(JavaPackage our) {
    return our.isAnnotatedWith(NullMarked.class);
  }
}
