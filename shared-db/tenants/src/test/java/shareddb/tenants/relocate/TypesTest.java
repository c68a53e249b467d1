package shareddb.tenants.relocate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.settings.Login;
import shareddb.tenants.relocate.place.RelocationPlace;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;

/** Columns of types that Postgres has no checksum for, or that the schema itself has. */
@Tag("long")
class TypesTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  private static final Path WORKSHOP = Path.of("..", "..", "workshop");

  private static final String ODD =
      """
      CREATE TYPE "${flyway:defaultSchema}".mood AS ENUM ('good', 'bad');
      CREATE DOMAIN "${flyway:defaultSchema}".short AS text CHECK (length(VALUE) < 9);
      ALTER TABLE "${flyway:defaultSchema}".groups
          ADD COLUMN document json,
          ADD COLUMN documents json[],
          ADD COLUMN place point,
          ADD COLUMN mood "${flyway:defaultSchema}".mood,
          ADD COLUMN short "${flyway:defaultSchema}".short,
          ADD COLUMN times timestamptz[];
      """;

  private static final String VALUES =
      """
      UPDATE groups
      SET document = '{"b": 1, "a":  [1]}', documents = ARRAY['{"a": 1}', 'null']::json[],
          place = '(1,2)', mood = 'bad', short = 'ä', times = ARRAY['2026-11-21 12:00+01'::timestamptz]
      """;

  @TempDir private Path workshop;

  @Test
  void theyMoveToADatabaseOfItsOwnAndBack() throws SQLException, IOException {
    write(copy("03_requirements_schema_per_tenant"), "migrations/tenant/V5__odd.sql");
    write(copy("04_requirements_database_per_tenant"), "migrations/tenant/V6__odd.sql");
    copy("02_requirements_shared_schema");
    RelocationFixture fixture = RelocationFixture.in(db.admin(), workshop);
    fixture.move(fixture.project(fixture.project("Odd", 3)), fixture.tenant("odd"));
    Login tenant = db.admin().withSession("search_path=\"03_tenant_odd\"");
    Sql.run(tenant, VALUES);
    String before = groups(tenant);

    assertThat(fixture.move(fixture.tenant("odd"), fixture.apart("odd")))
        .isInstanceOf(RelocationResult.Moved.class);

    RelocationPlace apart = fixture.apart("odd");
    assertThat(groups(apart.target().admin().withSession("search_path=\"04_tenant_odd\"")))
        .contains("1, ", "(1,2)", "bad", "ä")
        .isEqualTo(before);
    new Leftover(fixture.tenant("odd"), RelocationFixture.PATIENCE).finish();
    assertThat(fixture.move(apart, fixture.tenant("odd")))
        .isInstanceOf(RelocationResult.Moved.class);
    assertThat(groups(tenant)).isEqualTo(before);
    new Leftover(fixture.apart("odd"), RelocationFixture.PATIENCE).finish();
  }

  private static String groups(Login login) throws SQLException {
    return Sql.text(login, "SELECT string_agg(g::text, '; ' ORDER BY id) FROM groups AS g");
  }

  private Path copy(String module) throws IOException {
    Path source = WORKSHOP.resolve(module);
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(f -> !f.toString().contains("/target")).toList()) {
        Files.copy(file, workshop.resolve(module).resolve(source.relativize(file).toString()));
      }
    }
    return workshop.resolve(module);
  }

  private static void write(Path module, String file) throws IOException {
    Files.writeString(module.resolve(file), ODD);
  }
}
