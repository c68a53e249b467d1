package shareddb.testing;

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

/**
 * The rules that hold in each module of {@code shared-db}, tested in the module itself. Which
 * module may use which other one is not among them: the POMs say it.
 */
public final class ArchitectureRules {

  private static final int FILES = 25;

  private final String module;
  private final JavaClasses classes;

  private ArchitectureRules(String module, JavaClasses classes) {
    this.module = module;
    this.classes = classes;
  }

  /** The rules for one module, such as {@code migrate}. */
  public static ArchitectureRules of(String module) {
    return new ArchitectureRules(
        module,
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("shareddb." + module));
  }

  /** Packages do not depend on one another in a circle. */
  public void packagesHaveNoCycles() {
    SlicesRuleDefinition.slices()
        .assignedFrom(new Packages())
        .should()
        .beFreeOfCycles()
        .check(classes);
  }

  /** What lies in {@code internal} of another module is used by that module alone. */
  public void internalsOfOthersAreNotUsed() {
    ArchRuleDefinition.noClasses()
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAPackage("shareddb.(*)..internal..")
                .and(JavaClass.Predicates.resideOutsideOfPackage("shareddb." + module + "..")))
        .check(classes);
  }

  /** The packages with more files than a reader can take in, and how many they have: none. */
  public Map<String, Long> largePackages() {
    Map<String, Long> files =
        classes.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .collect(
                Collectors.groupingBy(
                    JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
    files.values().removeIf(count -> count <= FILES);
    return files;
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
