package workshop.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Modules of the workshop do not know one another. */
@AnalyzeClasses(
    packages = {"shareddb", "workshop"},
    importOptions = DoNotIncludeTests.class)
class DirectionsTest {

  /**
   * A module and the classes that are generated for it count as one: jOOQ's own know each other.
   */
  @ArchTest
  static final ArchRule NO_CYCLES_IN_THE_WORKSHOP =
      slices().matching("workshop.(*)..").should().beFreeOfCycles();

  /** What several modules serve alike is no module: only those that serve it know it. */
  private static final DescribedPredicate<JavaClass> SERVE_REQUIREMENTS =
      resideInAnyPackage(
          "workshop.requirementssharedschema..",
          "workshop.requirementsschemapertenant..",
          "workshop.requirementsdatabasepertenant..");

  /** Only the app knows modules, so no module knows another one. */
  @ArchTest
  static final ArchRule MODULES_DO_NOT_KNOW_ONE_ANOTHER =
      slices()
          .matching("workshop.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(resideInAnyPackage("workshop.app.."), resideOutsideOfPackages())
          .ignoreDependency(SERVE_REQUIREMENTS, resideInAnyPackage("workshop.requirements.."));

  @ArchTest
  static final ArchRule MODULES_IMPORT_THE_WEB_AND_LITTLE_ELSE =
      classes()
          .that(resideInAnyPackage("workshop..").and(resideOutsideOfPackages("workshop.app..")))
          .should()
          .onlyDependOnClassesThat(
              resideOutsideOfPackages("shareddb..")
                  .or(
                      resideInAnyPackage(
                          "shareddb.web..",
                          "shareddb.serve",
                          "shareddb.administration",
                          "shareddb.base.names")));
}
