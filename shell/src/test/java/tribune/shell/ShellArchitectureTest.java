package tribune.shell;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Imports in the shell point one way: program, commands, workspace, lines, rendering. */
class ShellArchitectureTest {

  private static final JavaClasses SHELL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("tribune.shell");

  @Test
  void each_package_knows_only_those_below_it() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("tribune.shell..")
        .layer("program")
        .definedBy("tribune.shell")
        .layer("commands")
        .definedBy("tribune.shell.command..")
        .layer("workspace")
        .definedBy("tribune.shell.workspace..")
        .layer("lines")
        .definedBy("tribune.shell.line..")
        .layer("rendering")
        .definedBy("tribune.shell.render..")
        .whereLayer("program")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("commands")
        .mayOnlyBeAccessedByLayers("program")
        .whereLayer("workspace")
        .mayOnlyBeAccessedByLayers("program", "commands")
        .whereLayer("lines")
        .mayOnlyBeAccessedByLayers("program", "commands", "workspace")
        .check(SHELL);
  }
}
