package tribune.rulebase;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import tribune.document.Diagnostic;
import tribune.document.Reading;
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
    return compile(files, InTime.COMPILING);
  }

  static Reading<CompiledRules> compile(List<DrlFile> files, Duration limit) {
    List<Diagnostic> before = new ArrayList<>(DrlParts.check(files));
    before.addAll(RuleSize.check(files));
    return before.isEmpty()
        ? InTime.of(limit, () -> compiled(files), () -> late(files, limit))
        : faulty(before);
  }

  private static Reading<CompiledRules> late(List<DrlFile> files, Duration limit) {
    return Reading.faulty(
        Diagnostic.of(
                RuleBaseCode.TOO_SLOW,
                files.get(0).source(),
                "compiling the rules, of this file and the others, takes longer than "
                    + limit.toSeconds()
                    + " seconds")
            .note("write them more simply: fewer alternatives, and derived facts for what recurs"));
  }

  private static Reading<CompiledRules> compiled(List<DrlFile> files) {
    SortedMap<String, String> texts = new TreeMap<>();
    files.forEach(file -> texts.put(file.path(), file.source().text()));
    return build(texts, module -> collect(module, RuleIndexer.index(files)))
        .fold(
            built -> confined(built, files),
            complaints -> faulty(CompileMistakes.find(files, complaints)));
  }

  /**
   * What Drools says against these texts; empty if they compile. They are parts of files, which
   * need not be as quickly parsed as the whole was.
   */
  static List<Complaint> complaints(SortedMap<String, String> texts) {
    boolean isUnread =
        texts.values().stream().map(DroolsParse::of).anyMatch(DroolsParse::isStopped);
    return isUnread
        ? List.of(Complaint.BROKEN_OFF)
        : build(texts, module -> "").fold(built -> List.of(), complaints -> complaints);
  }

  private static <T> Built<T> build(
      SortedMap<String, String> texts, Function<InternalKieModule, T> result) {
    KieServices services = KieServices.Factory.get();
    KieFileSystem system = services.newKieFileSystem();
    system.write(FOLDER + "rules/prelude.drl", PRELUDE);
    texts.forEach((path, text) -> system.write(FOLDER + path, text));
    KieBuilder builder = services.newKieBuilder(system, RuleCompiler.class.getClassLoader());
    try {
      builder.buildAll(ExecutableModelProject.class);
      List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
      return errors.isEmpty()
          ? new Built<>(
              Optional.of(result.apply((InternalKieModule) builder.getKieModule())), List.of())
          : new Built<>(Optional.empty(), errors.stream().map(Complaint::of).toList());
    } catch (RuntimeException | StackOverflowError e) {
      return new Built<>(Optional.empty(), List.of(Complaint.BROKEN_OFF));
    } finally {
      services.getRepository().removeKieModule(services.getRepository().getDefaultReleaseId());
    }
  }

  /** What was compiled, held against the wall and made to count what it does. */
  private static Reading<CompiledRules> confined(CompiledRules compiled, List<DrlFile> files) {
    List<Trespass> found = compiled.trespasses();
    if (!found.isEmpty()) {
      return faulty(Trespasses.explain(found, compiled.classes(), files));
    }
    return new Reading.Sound<>(
        new CompiledRules(
            compiled.models(), ClassWall.metered(compiled.classes()), compiled.index()),
        List.of());
  }

  private static Reading<CompiledRules> faulty(List<Diagnostic> found) {
    return new Reading.Faulty<>(found, 0);
  }

  /**
   * What Drools says.
   *
   * @param path of the file that it names; of no rule file where it names generated code
   * @param line from 1; 0 or less where it says none
   */
  record Complaint(String path, int line, String text) {
    /** Drools broke off and says nothing. */
    static final Complaint BROKEN_OFF = new Complaint("", 0, "");

    static Complaint of(Message message) {
      String path = String.valueOf(message.getPath());
      return new Complaint(path, message.getLine(), String.valueOf(message.getText()).strip());
    }
  }

  /** What was compiled, or what Drools says against it. */
  private record Built<T>(Optional<T> whole, List<Complaint> complaints) {
    <R> R fold(Function<T, R> built, Function<List<Complaint>, R> refused) {
      return whole.map(built).orElseGet(() -> refused.apply(complaints));
    }
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
}
