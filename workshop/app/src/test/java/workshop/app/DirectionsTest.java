package workshop.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Imports run one way, and modules do not know one another. */
@AnalyzeClasses(
    packages = {"shareddb", "workshop"},
    importOptions = DoNotIncludeTests.class)
class DirectionsTest {

  /**
   * What each part of shared-db may import of the others: a package with those below it that are no
   * part of their own. Which Maven module may use which other one, the POMs say too.
   */
  private static final Map<String, Set<String>> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("base.names", Set.of()),
          Map.entry("base.settings", Set.of("base.names", "base.jdbc")),
          Map.entry("postgres", Set.of("base.settings", "base.names", "base.jdbc")),
          Map.entry("base.track", Set.of("base.names", "base.settings", "base.sql")),
          Map.entry("base.sql", Set.of()),
          Map.entry("base.jdbc", Set.of("base.sql")),
          Map.entry("schema.lint", Set.of("base.sql", "base.track", "base.names")),
          Map.entry("verify.convention", Set.of("base.sql", "base.track", "base.names")),
          Map.entry("cli.blueprint", Set.of("base.track", "base.names")),
          Map.entry("schema.catalog", Set.of("base.names", "base.jdbc")),
          Map.entry(
              "migrate",
              Set.of("base.track", "base.settings", "base.names", "base.sql", "base.jdbc")),
          Map.entry(
              "migrate.journal",
              Set.of("migrate", "base.track", "base.settings", "base.names", "base.jdbc")),
          Map.entry(
              "migrate.snapshot",
              Set.of("migrate", "base.track", "base.settings", "base.names", "base.jdbc")),
          Map.entry(
              "migrate.overview",
              Set.of("migrate", "base.track", "base.settings", "base.names", "base.jdbc")),
          Map.entry(
              "schema.drift",
              Set.of(
                  "schema.catalog",
                  "migrate",
                  "base.track",
                  "postgres",
                  "base.settings",
                  "base.names",
                  "base.jdbc")),
          Map.entry(
              "tenants.fleet",
              Set.of(
                  "schema.drift",
                  "migrate.journal",
                  "migrate",
                  "base.track",
                  "schema.catalog",
                  "postgres",
                  "base.settings",
                  "base.names",
                  "base.jdbc")),
          Map.entry(
              "tenants",
              Set.of(
                  "tenants.fleet",
                  "migrate.journal",
                  "migrate.snapshot",
                  "migrate",
                  "base.track",
                  "postgres",
                  "base.settings",
                  "base.names",
                  "base.jdbc")),
          Map.entry(
              "tenants.relocate",
              Set.of(
                  "tenants",
                  "migrate.journal",
                  "migrate",
                  "base.track",
                  "base.settings",
                  "base.names",
                  "base.jdbc",
                  "postgres")),
          Map.entry(
              "schema.autogenerate",
              Set.of(
                  "schema.drift",
                  "migrate",
                  "base.track",
                  "schema.catalog",
                  "base.settings",
                  "base.names",
                  "base.jdbc",
                  "postgres")),
          Map.entry(
              "verify",
              Set.of(
                  "verify.convention",
                  "tenants",
                  "tenants.fleet",
                  "schema.drift",
                  "migrate",
                  "base.track",
                  "schema.catalog",
                  "postgres",
                  "base.settings",
                  "base.names",
                  "base.jdbc",
                  "schema.lint")),
          Map.entry("web", Set.of("base.names")),
          Map.entry(
              "administration",
              Set.of(
                  "web",
                  "tenants",
                  "tenants.fleet",
                  "migrate.journal",
                  "migrate.snapshot",
                  "base.track",
                  "base.settings",
                  "base.names")),
          Map.entry(
              "serve",
              Set.of(
                  "web",
                  "administration",
                  "tenants",
                  "tenants.fleet",
                  "migrate.journal",
                  "migrate.snapshot",
                  "migrate",
                  "base.track",
                  "postgres",
                  "base.settings",
                  "base.names")),
          Map.entry(
              "cli",
              Set.of(
                  "tenants.relocate",
                  "tenants",
                  "tenants.fleet",
                  "verify",
                  "schema.autogenerate",
                  "schema.lint",
                  "cli.blueprint",
                  "base.sql",
                  "migrate.journal",
                  "migrate.snapshot",
                  "migrate.overview",
                  "schema.drift",
                  "migrate",
                  "base.track",
                  "schema.catalog",
                  "postgres",
                  "base.settings",
                  "base.names",
                  "base.jdbc")));

  /** What is for tests and for the build has no place in what runs. */
  private static final Set<String> ASIDE =
      Set.of("testing", "tracktesting", "webtesting", "codegen");

  @ArchTest
  static void sharedPackagesImportOneWay(JavaClasses all) {
    List<String> breaches =
        all.stream()
            .filter(type -> MAY_IMPORT.containsKey(part(type)))
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .filter(dependency -> !isAllowed(dependency))
            .map(Dependency::getDescription)
            .toList();

    assertThat(breaches).isEmpty();
  }

  private static boolean isAllowed(Dependency dependency) {
    String from = part(dependency.getOriginClass());
    String to = part(dependency.getTargetClass());
    boolean isShared = dependency.getTargetClass().getPackageName().startsWith("shareddb");
    return !isShared || from.equals(to) || MAY_IMPORT.getOrDefault(from, Set.of()).contains(to);
  }

  @ArchTest
  static void everySharedPackageHasADirection(JavaClasses all) {
    Set<String> found =
        all.stream()
            .filter(type -> type.getPackageName().startsWith("shareddb"))
            .map(DirectionsTest::part)
            .filter(part -> !ASIDE.contains(part))
            .collect(Collectors.toSet());

    assertThat(found).isEqualTo(MAY_IMPORT.keySet());
  }

  /** The part of shared-db that a class is in: the longest name that its package begins with. */
  private static String part(JavaClass type) {
    String inside = type.getPackageName().replaceFirst("^shareddb\\.", "") + ".";
    return Stream.concat(MAY_IMPORT.keySet().stream(), ASIDE.stream())
        .filter(part -> inside.startsWith(part + "."))
        .max(Comparator.comparingInt(String::length))
        .orElse(type.getPackageName());
  }

  @ArchTest
  static final ArchRule NO_CYCLES_IN_SHARED =
      slices().matching("shareddb.(*)..").should().beFreeOfCycles();

  /** In shared-db no two classes share a simple name. */
  @ArchTest
  static void noSimpleNameTwice(JavaClasses all) {
    Map<String, List<String>> names =
        all.stream()
            .filter(type -> type.isTopLevelClass() && type.getPackageName().startsWith("shareddb"))
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .collect(
                Collectors.groupingBy(
                    JavaClass::getSimpleName,
                    TreeMap::new,
                    Collectors.mapping(JavaClass::getName, Collectors.toList())));
    names.values().removeIf(types -> types.size() == 1);

    assertThat(names).isEmpty();
  }

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
                  .or(resideInAnyPackage("shareddb.web", "shareddb.serve", "shareddb.base.names")));

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
}
