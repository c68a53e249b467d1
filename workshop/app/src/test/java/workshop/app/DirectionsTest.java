package workshop.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Imports run one way, and modules do not know one another. */
@AnalyzeClasses(
    packages = {"shareddb", "workshop"},
    importOptions = DoNotIncludeTests.class)
class DirectionsTest {

  /** What each package of shared-db may import of the others. */
  private static final Map<String, List<String>> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("names", List.of()),
          Map.entry("settings", List.of("names", "jdbc")),
          Map.entry("server", List.of("settings", "names", "jdbc")),
          Map.entry("track", List.of("names")),
          Map.entry("sql", List.of()),
          Map.entry("jdbc", List.of("sql")),
          Map.entry("lint", List.of("sql", "track", "names")),
          Map.entry("convention", List.of("sql", "track", "names")),
          Map.entry("blueprint", List.of("track", "names")),
          Map.entry("catalog", List.of("names", "jdbc")),
          Map.entry("migrate", List.of("track", "settings", "names", "sql", "jdbc")),
          Map.entry("journal", List.of("migrate", "track", "settings", "names", "jdbc")),
          Map.entry("snapshot", List.of("migrate", "track", "settings", "names", "jdbc")),
          Map.entry("overview", List.of("migrate", "track", "settings", "names", "jdbc")),
          Map.entry(
              "drift",
              List.of("catalog", "migrate", "track", "server", "settings", "names", "jdbc")),
          Map.entry(
              "fleet",
              List.of(
                  "drift",
                  "journal",
                  "migrate",
                  "track",
                  "catalog",
                  "server",
                  "settings",
                  "names",
                  "jdbc")),
          Map.entry(
              "tenants",
              List.of(
                  "fleet",
                  "journal",
                  "snapshot",
                  "migrate",
                  "track",
                  "server",
                  "settings",
                  "names",
                  "jdbc")),
          Map.entry(
              "move",
              List.of("tenants", "journal", "migrate", "track", "settings", "names", "jdbc")),
          Map.entry(
              "revision",
              List.of("drift", "migrate", "track", "catalog", "settings", "names", "jdbc")),
          Map.entry(
              "verify",
              List.of(
                  "convention",
                  "tenants",
                  "fleet",
                  "drift",
                  "migrate",
                  "track",
                  "catalog",
                  "server",
                  "settings",
                  "names",
                  "jdbc",
                  "lint")),
          Map.entry("web", List.of("names")),
          Map.entry(
              "administration",
              List.of(
                  "web", "tenants", "fleet", "journal", "snapshot", "track", "settings", "names")),
          Map.entry(
              "serve",
              List.of(
                  "web",
                  "administration",
                  "tenants",
                  "fleet",
                  "journal",
                  "snapshot",
                  "migrate",
                  "track",
                  "server",
                  "settings",
                  "names")),
          Map.entry(
              "cli",
              List.of(
                  "move",
                  "tenants",
                  "fleet",
                  "verify",
                  "revision",
                  "lint",
                  "blueprint",
                  "sql",
                  "journal",
                  "snapshot",
                  "overview",
                  "drift",
                  "migrate",
                  "track",
                  "catalog",
                  "server",
                  "settings",
                  "names",
                  "jdbc")));

  /** What is for tests and for the build has no place in what runs. */
  private static final Set<String> ASIDE = Set.of("testing", "webtesting", "codegen");

  @ArchTest
  static void sharedPackagesImportOneWay(JavaClasses all) {
    MAY_IMPORT.forEach((name, imports) -> direction(name, imports).check(all));
  }

  @ArchTest
  static void everySharedPackageHasADirection(JavaClasses all) {
    Set<String> found =
        all.stream()
            .map(c -> c.getPackageName().split("\\.", -1))
            .filter(parts -> parts[0].equals("shareddb"))
            .map(parts -> parts[1])
            .filter(name -> !ASIDE.contains(name))
            .collect(Collectors.toSet());

    assertThat(found).isEqualTo(MAY_IMPORT.keySet());
  }

  @ArchTest
  static final ArchRule NO_CYCLES_IN_SHARED =
      slices().matching("shareddb.(*)..").should().beFreeOfCycles();

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
  static final ArchRule SHARED_DOES_NOT_KNOW_THE_WORKSHOP =
      noClasses()
          .that()
          .resideInAPackage("shareddb..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("workshop..");

  @ArchTest
  static final ArchRule MODULES_IMPORT_THE_WEB_AND_LITTLE_ELSE =
      classes()
          .that(resideInAnyPackage("workshop..").and(resideOutsideOfPackages("workshop.app..")))
          .should()
          .onlyDependOnClassesThat(
              resideOutsideOfPackages("shareddb..")
                  .or(resideInAnyPackage("shareddb.web", "shareddb.serve", "shareddb.names")));

  @ArchTest
  static final ArchRule THE_CORE_DOES_NOT_PRINT =
      noClasses()
          .that()
          .resideInAPackage("shareddb..")
          .and()
          .resideOutsideOfPackages("shareddb.cli..", "shareddb.codegen..", "shareddb.testing..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  private static ArchRule direction(String name, List<String> imports) {
    String[] refused =
        Stream.concat(MAY_IMPORT.keySet().stream(), ASIDE.stream())
            .filter(other -> !other.equals(name) && !imports.contains(other))
            .map(other -> "shareddb." + other + "..")
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage("shareddb." + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(refused)
        .allowEmptyShould(true);
  }
}
