package shareddb.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.CoreDatabase;
import shareddb.fleet.FleetDrift;
import shareddb.fleet.FleetListener;
import shareddb.fleet.FleetOptions;
import shareddb.fleet.FleetResult;
import shareddb.fleet.FleetStatus;
import shareddb.fleet.FleetUpgrade;
import shareddb.fleet.Lost;
import shareddb.fleet.Member;
import shareddb.fleet.Outcome;
import shareddb.migrate.ApiRole;
import shareddb.migrate.Sql;
import shareddb.names.TenantName;
import shareddb.server.Databases;

/** Tenants with a database each. Roles are the whole server's: no other test has these names. */
final class ApartTest {

  @RegisterExtension static final CoreDatabase db = new CoreDatabase();

  @TempDir private Path temporary;

  private ApartFixture fixture;

  @BeforeEach
  void module() throws SQLException, IOException {
    fixture = ApartFixture.in(temporary, db.login());
  }

  @AfterEach
  void dropped() throws SQLException {
    fixture.close();
  }

  @Test
  void aTenantHasItsDatabaseAndALoginToThatAlone() throws SQLException {
    assertThat(add("apex", "trial")).isInstanceOf(AddResult.Added.class);
    add("apt", "standard");

    assertThat(fixture.databases()).containsExactly("apex", "apt");
    assertThat(notes("apex")).isEqualTo("welcome; to your trial!");
    assertThat(fixture.tenant("apex").status()).isEqualTo(TenantStatus.ACTIVE);
    var apex = ApiRole.login(fixture.registry().target(fixture.tenant("apex")));
    assertThat(Sql.text(apex, "SELECT current_user")).isEqualTo("07_tenant_apex_api");
    assertThatThrownBy(() -> apex.to(fixture.database("apt").database()).connect())
        .hasMessageContaining("permission denied for database");
    assertThat(add("apex", "trial")).isInstanceOf(AddResult.AlreadyThere.class);
  }

  @Test
  void eachGoesToTheServerWithTheFewestUnlessSomebodySaysWhere() throws SQLException {
    fixture = fixture.withEast();

    for (String name : List.of("prima", "secunda", "tertia", "quarta")) {
      add(name, "standard");
    }
    wish("quinta", Optional.of("main"));

    assertThat(servers()).isEqualTo("main east main east main");
    assertThat(wish("sexta", Optional.of("west")))
        .isEqualTo(
            new AddResult.Refused(
                List.of("there is no server \"west\" in the settings; there is main, east")));
    assertThat(fixture.shared().tenants().add(wishOf("sexta", Optional.of("main"))))
        .isInstanceOfSatisfying(
            AddResult.Refused.class,
            refused -> assertThat(refused.problems().getFirst()).contains("no server can be"));
  }

  @Test
  void whatATenantBeginsWithIsSownOnceThoughNobodyWroteThatItIsActive() throws SQLException {
    add("apex", "standard");
    fixture.run("UPDATE " + fixture.shared().table() + " SET status = 'provisioning'");

    assertThat(new Unfinished(fixture.registry(), Duration.ofSeconds(5)).finish().whole())
        .containsExactly(new TenantName("apex"));

    assertThat(notes("apex")).isEqualTo("welcome");
    assertThat(fixture.tenant("apex").status()).isEqualTo(TenantStatus.ACTIVE);
  }

  @Test
  void aDatabaseOfSomebodyElseIsNotTaken() throws SQLException {
    Databases.create(
        db.login(), fixture.module().databases().orElseThrow().of(new TenantName("apex")));

    assertThat(add("apex", "standard"))
        .isInstanceOfSatisfying(
            AddResult.Refused.class,
            refused -> assertThat(refused.problems().getFirst()).contains("is there already"));
    assertThat(status().orphans())
        .extracting(target -> target.schema().value())
        .containsExactly("07_tenant_apex");
  }

  @Test
  void whoIsRemovedLeavesASnapshotAndNoDatabase() throws SQLException {
    add("alone", "standard");
    try (Connection idle = fixture.database("alone").connect()) {
      assertThat(idle.isValid(1)).isTrue();
      RemoveResult.Removed removed = (RemoveResult.Removed) remove("alone", Duration.ofSeconds(5));
      assertThat(removed.kept()).isPresent();
    }
    assertThat(fixture.databases()).containsExactly("");
    assertThat(
            fixture.shared().text("SELECT 1 FROM pg_roles WHERE rolname = '07_tenant_alone_api'"))
        .isEqualTo("no row");
    assertThat(fixture.registry().find(new TenantName("alone"))).isEmpty();
  }

  @Test
  void aRemovalWaitsForWhoeverIsInATransactionAndGoesOnBehindADatabaseThatIsGone()
      throws SQLException {
    add("apex", "standard");
    try (Connection user = fixture.database("apex").connect();
        Statement statement = user.createStatement()) {
      user.setAutoCommit(false);
      statement.execute("SELECT 1");
      assertThat(remove("apex", Duration.ofMillis(50)))
          .isInstanceOfSatisfying(
              RemoveResult.InTheWay.class,
              blocked -> assertThat(blocked.who()).contains("idle in transaction"));
      user.rollback();
    }
    Databases.drop(db.login(), fixture.database("apex").database());

    assertThat(remove("apex", Duration.ofSeconds(5))).isInstanceOf(RemoveResult.Removed.class);
  }

  @Test
  void aLostDatabaseIsSeenAndAnUpgradeMakesNone() throws SQLException {
    add("apex", "standard");
    Databases.drop(db.login(), fixture.database("apex").database());

    assertThat(status().lost().values()).containsExactly(Lost.DATABASE);
    assertThat(FleetDrift.of(fixture.module().tenant(), fixture.registry().members()).lost())
        .hasSize(1);
    FleetResult.Tally tally = ((FleetResult.Done) upgrade()).tally();

    assertThat(tally.moved()).isZero();
    assertThat(tally.lost()).hasSize(1);
    assertThat(fixture.databases()).doesNotContain("apex");
  }

  @Test
  void aServerThatIsAwayKeepsNoOtherFromBeingMovedAndItsTenantsComeLater() throws Exception {
    fixture = fixture.withGone();
    wish("near", Optional.of("main"));
    wish("far", Optional.of("main"));
    assertThat(wish("late", Optional.of("gone")))
        .isInstanceOfSatisfying(
            AddResult.Refused.class,
            refused -> assertThat(refused.problems().getFirst()).contains("does not answer"));
    place("far", "gone");
    newVersion();

    assertThat(status().unseen().values()).singleElement().asString().contains("127.0.0.1:1 ");
    FleetResult.Tally first = ((FleetResult.Done) upgrade()).tally();
    assertThat(first.moved()).isEqualTo(1);
    assertThat(first.unreachable())
        .extracting(Outcome.Unreachable::member)
        .extracting(Member::label)
        .containsExactly("far");
    assertThat(((FleetResult.Done) upgrade()).tally().unreachable()).hasSize(1);
    assertThat(fixture.tenants().suspend(new TenantName("far")))
        .isInstanceOf(SuspendResult.Suspended.class);
    assertThat(TenantDetails.of(fixture.registry(), fixture.tenant("far")).look())
        .isInstanceOf(TenantDetails.Look.OutOfReach.class);
    assertThat(FleetDrift.of(fixture.module().tenant(), fixture.registry().members()).unseen())
        .hasSize(1);

    place("far", "main");
    assertThat(((FleetResult.Done) upgrade()).tally().moved()).isEqualTo(1);
    assertThat(FleetDrift.of(fixture.module().tenant(), fixture.registry().members()).isNone())
        .isTrue();
    assertThat(upgrade()).isInstanceOf(FleetResult.NothingToDo.class);
  }

  @Test
  void whoIsOnAServerThatNoSettingNamesIsNamed() throws SQLException {
    add("apex", "standard");
    place("apex", "west");

    assertThatThrownBy(this::status)
        .isInstanceOf(NoServer.class)
        .hasMessage("tenant apex is on server west, and the settings name main only");
  }

  private void newVersion() throws IOException {
    Files.writeString(
        fixture.shared().folder().resolve("migrations/tenant/V2__more.sql"),
        "ALTER TABLE \"${flyway:defaultSchema}\".notes ADD COLUMN more text;");
  }

  private void place(String tenant, String server) throws SQLException {
    fixture.run(
        "UPDATE %s SET server_name = '%s' WHERE tenant_name = '%s'"
            .formatted(fixture.shared().table(), server, tenant));
  }

  private String servers() throws SQLException {
    return fixture
        .shared()
        .text("SELECT string_agg(server_name, ' ' ORDER BY id) FROM " + fixture.shared().table());
  }

  private String notes(String tenant) throws SQLException {
    return Sql.text(
        fixture.database(tenant),
        "SELECT string_agg(body, ',' ORDER BY id) FROM \"07_tenant_" + tenant + "\".notes");
  }

  private FleetStatus status() throws SQLException {
    return FleetStatus.of(fixture.module().tenant(), fixture.registry().members());
  }

  private FleetResult upgrade() throws SQLException {
    return FleetUpgrade.run(
        db.login(),
        fixture.module().tenant(),
        fixture.registry().members(),
        Optional.empty(),
        FleetOptions.USUAL.withRoles(fixture.module().roles()),
        FleetListener.SILENT);
  }

  private RemoveResult remove(String name, Duration patience) throws SQLException {
    return new Tenants(fixture.registry(), fixture.tenants().snapshots(), patience)
        .remove(new TenantName(name), (table, rows) -> {});
  }

  private AddResult add(String name, String type) throws SQLException {
    return fixture.tenants().add(new TenantWish(name, name + ".test", type));
  }

  private AddResult wish(String name, Optional<String> server) throws SQLException {
    return fixture.tenants().add(wishOf(name, server));
  }

  private static TenantWish wishOf(String name, Optional<String> server) {
    return new TenantWish(name, name + ".test", "standard", server);
  }
}
