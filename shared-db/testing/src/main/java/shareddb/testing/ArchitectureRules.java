package shareddb.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * The tests of the rules that hold in each module of {@code shared-db}; a class of the module
 * itself extends it. Which module may use which other one is not among them: the POMs say it.
 */
@Tag("no-server")
@TestInstance(Lifecycle.PER_CLASS)
public abstract class ArchitectureRules {

  private static final int FILES = 25;

  private final String module;
  private final JavaClasses classes;

  /** For one module, such as {@code migrate}. */
  protected ArchitectureRules(String module) {
    this.module = module;
    this.classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("shareddb." + module);
  }

  @Test
  public void packagesHaveNoCycles() {
    SlicesRuleDefinition.slices()
        .assignedFrom(new Packages())
        .should()
        .beFreeOfCycles()
        .check(classes);
  }

  @Test
  public void internalsOfOtherModulesAreNotUsed() {
    ArchRuleDefinition.noClasses()
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAPackage("shareddb.(*)..internal..")
                .and(JavaClass.Predicates.resideOutsideOfPackage("shareddb." + module + "..")))
        .check(classes);
  }

  @Test
  public void noPackageHasMoreThan25Files() {
    Map<String, Long> files =
        classes.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .collect(
                Collectors.groupingBy(
                    JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
    files.values().removeIf(count -> count <= FILES);

    assertEquals(Map.of(), files);
  }

  /** A slice for each package. */
  private static final class Packages implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return SliceIdentifier.of(type.getPackageName());
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }
}
