package tribune.rulebase;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import tribune.document.Diagnostic;
import tribune.document.Diagnostics;
import tribune.document.Place;
import tribune.document.Reading;
import tribune.document.Source;
import tribune.rulebase.confinement.ClassWall;
import tribune.rulebase.confinement.Trespass;

/**
 * Compiles rule files to classes by Drools' executable model: every condition becomes Java, so that
 * no expression is interpreted when a proposal is evaluated.
 */
final class RuleCompiler {
  private static final String FOLDER = "src/main/resources/";
  private static final String CLASS = ".class";
  private static final String MODELS = "/drools-model";
  private static final String MODEL_VERSION = "Drools-Model-Version";

  /** What every rule file may rely on without writing it. */
  private static final String PRELUDE =
      """
      package rules
      import tribune.decision.*
      import tribune.rulebase.language.*
      global tribune.rulebase.language.Audit audit
      """;

  private RuleCompiler() {}

  /** Compiles files of which nothing can run while they are compiled, and holds the rest back. */
  static Reading<CompiledRules> compile(List<DrlFile> files) {
    List<Diagnostic> before = new ArrayList<>(DrlParts.check(files));
    before.addAll(RuleSize.check(files));
    return before.isEmpty() ? compiled(files) : new Reading.Faulty<>(before, 0);
  }

  private static Reading<CompiledRules> compiled(List<DrlFile> files) {
    KieServices services = KieServices.Factory.get();
    KieFileSystem system = services.newKieFileSystem();
    system.write(FOLDER + "rules/prelude.drl", PRELUDE);
    for (DrlFile file : files) {
      system.write(FOLDER + file.path(), file.source().text());
    }
    KieBuilder builder = services.newKieBuilder(system, RuleCompiler.class.getClassLoader());
    try {
      builder.buildAll(ExecutableModelProject.class);
      List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
      if (!errors.isEmpty()) {
        return faulty(errors, files);
      }
      return confined(
          collect((InternalKieModule) builder.getKieModule(), RuleIndexer.index(files)), files);
    } catch (RuntimeException | StackOverflowError e) {
      return Reading.faulty(crash(e, files));
    } finally {
      services.getRepository().removeKieModule(services.getRepository().getDefaultReleaseId());
    }
  }

  /** What was compiled, held against the wall and made to count what it does. */
  private static Reading<CompiledRules> confined(CompiledRules compiled, List<DrlFile> files) {
    List<Trespass> found = compiled.trespasses();
    if (!found.isEmpty()) {
      return new Reading.Faulty<>(Trespasses.explain(found, compiled.classes(), files), 0);
    }
    return new Reading.Sound<>(
        new CompiledRules(
            compiled.models(), ClassWall.metered(compiled.classes()), compiled.index()),
        List.of());
  }

  private static CompiledRules collect(InternalKieModule module, RuleIndex index) {
    List<String> models = new ArrayList<>();
    SortedMap<String, byte[]> classes = new TreeMap<>();
    for (String file : module.getFileNames()) {
      if (file.endsWith(CLASS) && file.startsWith(RuleContract.PACKAGE + "/")) {
        String name = file.substring(0, file.length() - CLASS.length()).replace('/', '.');
        classes.put(name, module.getBytes(file));
      } else if (file.endsWith(MODELS)) {
        new String(module.getBytes(file), UTF_8)
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith(MODEL_VERSION))
            .forEach(models::add);
      }
    }
    return new CompiledRules(models, classes, index);
  }

  private static Reading<CompiledRules> faulty(List<Message> errors, List<DrlFile> files) {
    Source whole = files.get(0).source();
    Diagnostics diagnostics = new Diagnostics(whole);
    errors.forEach(error -> diagnostics.add(diagnostic(error, files)));
    return new Reading.Faulty<>(
        diagnostics.sorted(), diagnostics.count() - diagnostics.sorted().size());
  }

  private static Diagnostic diagnostic(Message error, List<DrlFile> files) {
    String text = error.getText().strip();
    DrlFile file =
        files.stream()
            .filter(it -> it.path().equals(error.getPath()))
            .findFirst()
            .orElse(files.get(0));
    Place place =
        error.getLine() > 0
            ? DrlFile.inside(file.source(), error.getLine(), Math.max(0, error.getColumn() - 1))
            : MessagePlace.of(text, file);
    return Diagnostic.of(RuleBaseCode.DRL_MEANING, file.source(), firstLine(text)).at(place);
  }

  private static Diagnostic crash(Throwable e, List<DrlFile> files) {
    return Diagnostic.of(
            RuleBaseCode.DRL_MEANING,
            files.get(0).source(),
            "Drools broke off while compiling: " + e.getClass().getSimpleName())
        .note("leave out the rule that was changed last, and compile again")
        .note("known cause: a member named `n` compared with a variable");
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse(text);
  }
}
