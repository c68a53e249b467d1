package shareddb.tenants.relocate;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.migrate.lock.HistoryLock;
import shareddb.tenants.registry.TenantRegistry;
import shareddb.tenants.registry.TenantStatus;
import shareddb.tenants.relocate.copy.EqualTable;
import shareddb.tenants.relocate.copy.RelocationListener;
import shareddb.tenants.relocate.place.RelocationPlace;
import shareddb.tenants.relocate.place.TenantPlace;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;

/** From a project to a tenant, and home. */
class RelocationTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  private static RelocationFixture fixture;

  @BeforeAll
  static void modules() throws SQLException {
    fixture = RelocationFixture.in(db.admin());
    fixture.project("Other", 10);
  }

  @Test
  void aProjectMovesToASchemaOfItsOwnAndComesHomeAsItWas() throws SQLException {
    long id = fixture.project("Bicycle", 300);
    String before = fixture.rows(id);

    RelocationResult there = fixture.move(fixture.project(id), fixture.tenant("bicycle"));

    RelocationResult.Moved moved = moved(there);
    assertThat(moved.key()).isPresent();
    assertThat(moved.tables()).extracting(EqualTable::table).hasSize(6);
    assertThat(moved.tables()).extracting(EqualTable::rows).contains(300L, 900L, 5L, 2L, 1L);
    assertThat(status("bicycle")).isEqualTo(TenantStatus.ACTIVE);
    assertThat(fixture.text("SELECT status || ' ' || moved_to FROM projects WHERE id = " + id))
        .isEqualTo("moved tenant bicycle of 03_requirements_schema_per_tenant");
    assertThat(tenantText("bicycle", "INSERT INTO groups (name) VALUES ('New') RETURNING id > 5"))
        .isEqualTo("t");
    Sql.run(db.admin(), "DELETE FROM \"03_tenant_bicycle\".groups WHERE name = 'New'");

    assertThat(new Leftover(fixture.project(id), RelocationFixture.PATIENCE).finish())
        .isInstanceOf(Leftover.Result.Gone.class);
    assertThat(fixture.text("SELECT count(*) FROM requirements WHERE project_id = " + id))
        .isEqualTo("0");
    TenantPlace tenant = (TenantPlace) fixture.tenant("bicycle");
    assertThat(fixture.projects().idOf(tenant)).contains(id);
    moved(fixture.move(tenant, fixture.project(id)));

    assertThat(fixture.rows(id)).isEqualTo(before);
    assertThat(status("bicycle")).isEqualTo(TenantStatus.MOVED);
    assertThat(fixture.projects().idOf((TenantPlace) fixture.tenant("bicycle"))).contains(id);
    assertThat(Sql.text(db.admin(), "SELECT to_regnamespace('\"03_tenant_bicycle\"') IS NULL"))
        .isEqualTo("t");
    assertThat(
            fixture.text(
                "INSERT INTO requirements (project_id, title) VALUES (%1$d, 'a') RETURNING id > (SELECT max(id) FROM requirements WHERE project_id = %1$d)"
                    .formatted(id)))
        .isEqualTo("t");

    assertThat(fixture.move(tenant, fixture.project(id)))
        .isInstanceOf(RelocationResult.ThereAlready.class);
    assertThat(fixture.move(fixture.project(id), fixture.tenant("bicycle")))
        .isInstanceOf(RelocationResult.StillKept.class);
    assertThat(new Leftover(fixture.tenant("bicycle"), RelocationFixture.PATIENCE).finish())
        .isInstanceOf(Leftover.Result.Gone.class);
    assertThat(Sql.text(db.admin(), "SELECT to_regnamespace('\"03_moved_bicycle\"') IS NULL"))
        .isEqualTo("t");
    moved(fixture.move(fixture.project(id), fixture.tenant("bicycle")));
  }

  @Test
  void whatHasNoPlaceStopsItBeforeItStarts() throws SQLException {
    long id = fixture.project("Placeless", 3);
    fixture.run(
        """
        ALTER TABLE requirements ADD COLUMN due_on date;
        CREATE TABLE notes (project_id bigint, text text)
        """);
    try {
      assertThat(fixture.move(fixture.project(id), fixture.tenant("placeless")))
          .isEqualTo(
              new RelocationResult.Refused(
                  List.of(
                      "table notes has no place in 03_requirements_schema_per_tenant",
                      "column requirements.due_on has no place in"
                          + " 03_requirements_schema_per_tenant")));
      assertThat(
              fixture.registry().find(((TenantPlace) fixture.tenant("placeless")).tenant().name()))
          .isEmpty();
    } finally {
      fixture.run("ALTER TABLE requirements DROP COLUMN due_on; DROP TABLE notes");
    }
    moved(fixture.move(fixture.project(id), fixture.tenant("placeless")));
    new Leftover(fixture.project(id), RelocationFixture.PATIENCE).finish();
    Sql.run(db.admin(), "ALTER TABLE \"03_tenant_placeless\".groups ADD COLUMN colour text");
    assertThat(fixture.move(fixture.tenant("placeless"), fixture.project(id)))
        .isEqualTo(
            new RelocationResult.Refused(
                List.of("column groups.colour has no place in 02_requirements_shared_schema")));
  }

  @Test
  void aTenantMovesToADatabaseOfItsOwnWithItsKeyAndBack() throws SQLException {
    long id = fixture.project("Crane", 100);
    moved(fixture.move(fixture.project(id), fixture.tenant("crane")));
    String key = key(fixture.registry());
    Sql.run(db.admin(), "INSERT INTO \"03_tenant_crane\".groups (name) VALUES ('Gone')");
    Sql.run(db.admin(), "DELETE FROM \"03_tenant_crane\".groups WHERE name = 'Gone'");

    assertThat(moved(fixture.move(fixture.tenant("crane"), fixture.apart("crane"))).key())
        .isEmpty();

    TenantPlace apart = (TenantPlace) fixture.apart("crane");
    assertThat(apart.tenant().status()).isEqualTo(TenantStatus.ACTIVE);
    assertThat(key(fixture.apart())).isEqualTo(key);
    assertThat(
            Sql.text(
                apart.target().admin(),
                "INSERT INTO \"04_tenant_crane\".groups (name) VALUES ('New') RETURNING id"))
        .as("no id is given twice")
        .isEqualTo(Sql.text(db.admin(), "SELECT 2 + max(id) FROM \"03_moved_crane\".groups"));
    new Leftover(fixture.tenant("crane"), RelocationFixture.PATIENCE).finish();

    RelocationResult.Moved back = moved(fixture.move(apart, fixture.tenant("crane")));

    assertThat(back.tables()).extracting(EqualTable::rows).contains(100L, 300L, 6L);
    assertThat(status("crane")).isEqualTo(TenantStatus.ACTIVE);
    assertThat(key(fixture.registry())).isEqualTo(key);
    assertThat(Sql.text(db.admin(), "SELECT name FROM \"03_tenant_crane\".groups ORDER BY id DESC"))
        .isEqualTo("New");
    String databases = "SELECT string_agg(datname, ' ') FROM pg_database WHERE datname ~ 'crane'";
    assertThat(Sql.text(db.admin(), databases)).isEqualTo("workshop_04_crane-moved");
    assertThat(new Leftover(fixture.apart("crane"), RelocationFixture.PATIENCE).finish())
        .isInstanceOf(Leftover.Result.Gone.class);
    assertThat(Sql.text(db.admin(), databases)).isEqualTo("null");
  }

  private static String key(TenantRegistry registry) throws SQLException {
    return Sql.text(
        db.admin(),
        "SELECT api_key_hash FROM %s.tenant_registry WHERE tenant_name = 'crane'"
            .formatted(registry.module().sharedSchema().quoted()));
  }

  @Test
  void whoWorksOnTheSourceIsNamedAndWhoIsStoppedGoesOn() throws SQLException {
    long id = fixture.project("Busy", 3);
    try (Connection other = db.connect()) {
      HistoryLock.take(other, fixture.project(id).target());
      assertThat(
              new Relocation(
                      fixture.project(id),
                      fixture.tenant("busy"),
                      db.admin(),
                      Duration.ofMillis(100),
                      RelocationListener.SILENT)
                  .run())
          .isInstanceOfSatisfying(
              RelocationResult.InTheWay.class,
              busy -> assertThat(busy.who()).contains("works on schema \"02_"));
    }
    fixture.tenant("busy").prepare(fixture.project(id), "0".repeat(64), RelocationFixture.PATIENCE);
    assertThat(status("busy")).isEqualTo(TenantStatus.ARRIVING);

    moved(fixture.move(fixture.project(id), fixture.tenant("busy")));
  }

  @Test
  void whatHasComeIsTakenAwayByAnAbort() throws SQLException {
    RelocationPlace place = fixture.tenant("early");
    place.prepare(fixture.project(1), "1".repeat(64), RelocationFixture.PATIENCE);

    Leftover leftover = new Leftover(place, RelocationFixture.PATIENCE);
    assertThat(leftover.finish()).isEqualTo(new Leftover.Result.NothingThere("arriving"));
    assertThat(leftover.abort()).isInstanceOf(Leftover.Result.Gone.class);

    assertThat(Sql.text(db.admin(), "SELECT to_regnamespace('\"03_tenant_early\"') IS NULL"))
        .isEqualTo("t");
    assertThat(leftover.abort()).isEqualTo(new Leftover.Result.NothingThere(""));
  }

  private static RelocationResult.Moved moved(RelocationResult result) {
    assertThat(result).isInstanceOf(RelocationResult.Moved.class);
    return (RelocationResult.Moved) result;
  }

  private static TenantStatus status(String name) throws SQLException {
    return ((TenantPlace) fixture.tenant(name)).tenant().status();
  }

  private static String tenantText(String tenant, String sql) throws SQLException {
    return Sql.text(db.admin().withSession("search_path=\"03_tenant_" + tenant + "\""), sql);
  }
}
