package workshop.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

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

/** In shared-db, imports run one way, and no name is there twice. */
@AnalyzeClasses(
    packages = {"shareddb", "workshop"},
    importOptions = DoNotIncludeTests.class)
class SharedDirectionsTest {

  /**
   * What each part of shared-db may import of the others: a package with those below it that are no
   * part of their own. Which Maven module may use which other one, the POMs say too.
   */
  private static final Map<String, Set<String>> MAY_IMPORT =
      table(
          """
          base.names:
          base.settings: base.names base.jdbc
          postgres: base.settings base.names base.jdbc
          base.track: base.names base.settings base.sql
          base.sql:
          base.jdbc: base.sql
          schema.lint: base.sql base.track base.names
          verify.convention: schema.lint base.sql base.track base.names
          cli.blueprint: base.track base.names
          schema.catalog: base.names base.jdbc
          migrate: base.track base.settings base.names base.sql base.jdbc
          migrate.journal: migrate base.track base.settings base.names base.jdbc
          migrate.snapshot: migrate base.track base.settings base.names base.jdbc
          migrate.rollout: migrate migrate.journal base.track base.settings base.names base.jdbc base.sql
          migrate.overview: migrate base.track base.settings base.names base.jdbc
          schema.drift: schema.catalog migrate base.track postgres base.settings base.names base.jdbc
          tenants.fleet: schema.drift migrate.journal migrate base.track schema.catalog postgres \
              base.settings base.names base.jdbc
          tenants: tenants.fleet migrate.journal migrate.snapshot migrate base.track postgres \
              base.settings base.names base.jdbc
          tenants.relocate: tenants migrate.journal migrate base.track base.settings base.names \
              base.jdbc base.sql postgres
          schema.autogenerate: schema.drift migrate.snapshot migrate base.track schema.catalog \
              base.settings base.names base.jdbc postgres
          verify: verify.convention tenants tenants.fleet schema.drift migrate base.track \
              schema.catalog postgres base.settings base.names base.jdbc schema.lint
          web:
          administration: serve web tenants tenants.fleet migrate.journal migrate.snapshot \
              base.track base.settings base.names
          serve: web tenants tenants.fleet migrate.journal migrate.snapshot migrate \
              base.track postgres base.settings base.names
          diagram: schema.drift migrate base.track schema.catalog postgres base.settings base.names \
              base.jdbc
          learn: tenants schema.lint schema.drift schema.catalog migrate.snapshot migrate \
              base.track postgres base.settings base.names base.jdbc base.sql
          cli: learn diagram tenants.relocate tenants tenants.fleet verify \
              schema.autogenerate schema.lint cli.blueprint base.sql migrate.journal migrate.snapshot migrate.rollout migrate.overview \
              schema.drift \
              migrate base.track schema.catalog postgres base.settings base.names base.jdbc
          """);

  /** What is for tests and for the build has no place in what runs. */
  private static final Set<String> ASIDE =
      Set.of("testing", "tracktesting", "webtesting", "codegen");

  private static Map<String, Set<String>> table(String text) {
    return text.lines()
        .map(line -> line.split(":", -1))
        .collect(
            Collectors.toMap(cells -> cells[0], cells -> Set.of(cells[1].strip().split(" +"))));
  }

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
            .map(SharedDirectionsTest::part)
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

  @ArchTest
  static final ArchRule SHARED_DOES_NOT_KNOW_THE_WORKSHOP =
      noClasses()
          .that()
          .resideInAPackage("shareddb..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("workshop..");

  @ArchTest
  static final ArchRule THE_CORE_DOES_NOT_PRINT =
      noClasses()
          .that()
          .resideInAPackage("shareddb..")
          .and()
          .resideOutsideOfPackages(
              "shareddb.cli..",
              "shareddb.codegen..",
              "shareddb.testing..",
              "shareddb.learn.lesson..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");
}
