package shareddb.verify.convention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.track.WorkshopModule;
import shareddb.testing.TrackFolder;

@Tag("no-server")
class ConventionTest {

  private static final String MAKEFILE =
      "# Bare `make` prints what can be done here.\ninclude ../module.mk\n";

  @TempDir Path root;

  private TrackFolder module;

  @BeforeEach
  void soundModule() {
    module =
        TrackFolder.withTwoVersions(root)
            .write("Makefile", MAKEFILE)
            .write("README.md", "# 07 Test track\n")
            .write("pom.xml", "<artifactId>07_test_track</artifactId>\n")
            .write("../pom.xml", "<module>07_test_track</module>\n")
            .write("../app/pom.xml", "<artifactId>07_test_track</artifactId>\n")
            .write("src/main/java/Api.java", "new ModuleName(\"07_test_track\")");
  }

  @Test
  void aSoundModule() {
    assertThat(breaches()).isEmpty();
  }

  @Test
  void aSchemaThatIsNotNamedAfterTheFolder() {
    module.write("src/main/java/Api.java", "return new ModuleName(\"06_test_track\");");
    assertThat(breaches())
        .containsExactly("Api.java names the schema \"06_test_track\", and not its folder");
  }

  @Test
  void filesOfTenantsNameNoOtherSchemaAndNoTenant() {
    module
        .delete("migrations/V1__notes.sql")
        .delete("migrations/V2__add_author.sql")
        .write(
            "migrations/shared/V1__one.sql",
            "CREATE SCHEMA IF NOT EXISTS \"${flyway:defaultSchema}\";\n-- 07_tenant_acme")
        .write(
            "migrations/tenant/V1__one.sql",
            "CREATE SCHEMA IF NOT EXISTS \"${flyway:defaultSchema}\"; -- not public.x\n"
                + "/* nor public.y */ COMMENT ON SCHEMA \"${flyway:defaultSchema}\""
                + " IS 'Nothing is public. Nobody is 07_tenant_acme.';\n"
                + "REVOKE ALL ON SCHEMA \"${flyway:defaultSchema}\" FROM PUBLIC;");
    assertThat(breaches()).isEmpty();
    module.write("types/trial/1_plan.sql", "SELECT * FROM \"07_test_track\".plan;");
    module.write(
        "undo/tenant/U1__one.sql", "SELECT '--'; DROP TABLE \"07_tenant_acme\".a, PUBLIC.b;");
    assertThat(breaches())
        .containsExactly(
            "U1__one.sql names  07_tenant_acme  and would be the same for every tenant",
            "U1__one.sql names  public  and would be the same for every tenant",
            "1_plan.sql names  07_test_track  and would be the same for every tenant");
  }

  @Test
  void aFirstMigrationThatDoesNotMakeTheSchema() {
    module.up(
        "1__notes",
        "-- CREATE SCHEMA IF NOT EXISTS \"${flyway:defaultSchema}\";\nCREATE TABLE x ();");
    assertThat(breaches().getFirst())
        .startsWith("V1__notes.sql does not begin with  CREATE SCHEMA");
    module.up("1__notes", "CREATE SCHEMA IF NOT EXISTS \"07_test_track\";");
    assertThat(breaches().getFirst())
        .startsWith("V1__notes.sql does not begin with  CREATE SCHEMA");
    module.up("1__notes", "/* first */ create schema \"${flyway:defaultSchema}\";");
    assertThat(breaches()).isEmpty();
  }

  @Test
  void aSecondSchema() {
    module.up("2__add_author", "CREATE SCHEMA archive;");
    assertThat(breaches())
        .containsExactly(
            "V2__add_author.sql makes the schema \"archive\": a track has one, its own");
  }

  @Test
  void aMakefileOfItsOwn() {
    module.write("Makefile", MAKEFILE + "extra:\n\techo\n");
    assertThat(breaches())
        .containsExactly("Makefile is more than the two lines that all modules have");
    module.delete("Makefile");
    assertThat(breaches()).containsExactly("Makefile is missing");
  }

  @Test
  void aServerOfItsOwn() {
    module.write("compose.yaml", "services:\n");
    module.write("Makefile", MAKEFILE + "db-start:\n\tdocker compose up\n");
    assertThat(breaches())
        .contains(
            "compose.yaml a module has no server of its own; the root has it",
            "Makefile has the target db-start: that is the root's alone");
  }

  @Test
  void noLesson() {
    module.delete("README.md");
    assertThat(breaches()).containsExactly("README.md is missing");
    module.write("README.md", "# 06 Test track\n");
    assertThat(breaches()).containsExactly("README.md does not begin with  # 07 TITLE");
  }

  @Test
  void notBuiltOrNotServed() {
    module.write("../pom.xml", "").write("../app/pom.xml", "").delete("pom.xml");
    assertThat(Convention.breaches(root, WorkshopModule.at(module.folder())))
        .extracting(breach -> root.resolve("workshop").relativize(breach.file()).toString())
        .containsExactly("07_test_track/pom.xml", "pom.xml", "app/pom.xml");
    assertThat(breaches())
        .containsExactly(
            "pom.xml has no  <artifactId>07_test_track</artifactId>",
            "pom.xml has no  <module>07_test_track</module>",
            "pom.xml has no  <artifactId>07_test_track</artifactId>");
  }

  private List<String> breaches() {
    return Convention.breaches(root, WorkshopModule.at(module.folder())).stream()
        .map(breach -> breach.file().getFileName() + " " + breach.what())
        .toList();
  }
}
