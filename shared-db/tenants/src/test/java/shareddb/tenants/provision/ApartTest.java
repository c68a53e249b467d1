package shareddb.tenants.provision;

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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.names.TenantName;
import shareddb.migrate.role.ApiRole;
import shareddb.postgres.server.ServerDatabases;
import shareddb.tenants.fleet.FleetUpgrade;
import shareddb.tenants.fleet.run.FleetOptions;
import shareddb.tenants.fleet.survey.FleetDrift;
import shareddb.tenants.fleet.survey.FleetStatus;
import shareddb.tenants.fleet.targets.FleetListener;
import shareddb.tenants.fleet.targets.FleetResult;
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.tenants.fleet.targets.LostTarget;
import shareddb.tenants.fleet.targets.TargetOutcome;
import shareddb.tenants.lifecycle.RemoveResult;
import shareddb.tenants.lifecycle.SuspendResult;
import shareddb.tenants.lifecycle.Tenants;
import shareddb.tenants.registry.TenantDetails;
import shareddb.tenants.registry.TenantStatus;
import shareddb.tenants.registry.UnknownServer;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;

/** Tenants with a database each. Roles are the whole server's: no other test has these names. */
@Tag("long")
final class ApartTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir private Path temporary;

  private ApartFixture fixture;

  @BeforeEach
  void module() throws SQLException, IOException {
    fixture = ApartFixture.in(temporary, db.admin());
  }

  @AfterEach
  void dropped() throws SQLException {
    fixture.close();
  }

  @Test
  void aTenantHasItsDatabaseAndALoginToThatAlone() throws SQLException {
    assertThat(add("apex", "trial")).isInstanceOf(AddTenantResult.Added.class);
    add("apt", "standard");

    assertThat(fixture.databases()).containsExactly("apex", "apt");
    assertThat(fixture.notes("apex")).isEqualTo("welcome; to your trial!");
    assertThat(fixture.tenant("apex").status()).isEqualTo(TenantStatus.ACTIVE);
    var apex = ApiRole.login(fixture.registry().target(fixture.tenant("apex")));
    assertThat(Sql.text(apex, "SELECT current_user")).isEqualTo("07_tenant_apex_api");
    assertThatThrownBy(() -> apex.to(fixture.database("apt").database()).connect())
        .hasMessageContaining("permission denied for database");
    assertThat(add("apex", "trial")).isInstanceOf(AddTenantResult.AlreadyThere.class);
  }

  @Test
  void eachGoesToTheServerWithTheFewestUnlessSomebodySaysWhere() throws SQLException {
    fixture = fixture.withEast();

    for (String name : List.of("prima", "secunda", "tertia", "quarta")) {
      add(name, "standard");
    }
    fixture.tenants().add(on("main", "quinta"));

    assertThat(fixture.places()).isEqualTo("main east main east main");
    assertThat(fixture.tenants().add(on("west", "sexta")))
        .isEqualTo(
            new AddTenantResult.Refused(
                List.of("there is no server \"west\" in the settings; there is main, east")));
    assertThat(fixture.shared().tenants().add(on("main", "sexta")))
        .isInstanceOfSatisfying(
            AddTenantResult.Refused.class,
            refused -> assertThat(refused.problems().getFirst()).contains("no server can be"));
  }

  @Test
  void whatATenantBeginsWithIsSownOnceThoughNobodyWroteThatItIsActive() throws SQLException {
    add("apex", "standard");
    fixture.run("UPDATE " + fixture.shared().table() + " SET status = 'provisioning'");

    assertThat(new UnfinishedTenants(fixture.registry(), Duration.ofSeconds(5)).finish().whole())
        .containsExactly(new TenantName("apex"));

    assertThat(fixture.notes("apex")).isEqualTo("welcome");
    assertThat(fixture.tenant("apex").status()).isEqualTo(TenantStatus.ACTIVE);
  }

  @Test
  void aDatabaseOfSomebodyElseIsNotTaken() throws SQLException {
    ServerDatabases.create(
        db.admin(), fixture.module().databases().orElseThrow().of(new TenantName("apex")));

    assertThat(add("apex", "standard"))
        .isInstanceOfSatisfying(
            AddTenantResult.Refused.class,
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
    ServerDatabases.drop(db.admin(), fixture.database("apex").database());

    assertThat(remove("apex", Duration.ofSeconds(5))).isInstanceOf(RemoveResult.Removed.class);
  }

  @Test
  void aLostDatabaseIsSeenAndAnUpgradeMakesNone() throws SQLException {
    add("apex", "standard");
    ServerDatabases.drop(db.admin(), fixture.database("apex").database());

    assertThat(status().lost().values()).containsExactly(LostTarget.DATABASE);
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
    fixture.tenants().add(on("main", "near"));
    fixture.tenants().add(on("main", "far"));
    assertThat(fixture.tenants().add(on("gone", "late")))
        .isInstanceOfSatisfying(
            AddTenantResult.Refused.class,
            refused -> assertThat(refused.problems().getFirst()).contains("does not answer"));
    fixture.place("far", "gone");
    newVersion();

    assertThat(status().unseen().values()).singleElement().asString().contains("127.0.0.1:1 ");
    FleetResult.Tally first = ((FleetResult.Done) upgrade()).tally();
    assertThat(first.moved()).isEqualTo(1);
    assertThat(first.unreachable())
        .extracting(TargetOutcome.Unreachable::member)
        .extracting(FleetTarget::label)
        .containsExactly("far");
    assertThat(((FleetResult.Done) upgrade()).tally().unreachable()).hasSize(1);
    assertThat(fixture.tenants().suspend(new TenantName("far")))
        .isInstanceOf(SuspendResult.Suspended.class);
    assertThat(TenantDetails.of(fixture.registry(), fixture.tenant("far")).look())
        .isInstanceOf(TenantDetails.Look.OutOfReach.class);
    assertThat(FleetDrift.of(fixture.module().tenant(), fixture.registry().members()).unseen())
        .hasSize(1);

    fixture.place("far", "main");
    assertThat(((FleetResult.Done) upgrade()).tally().moved()).isEqualTo(1);
    assertThat(FleetDrift.of(fixture.module().tenant(), fixture.registry().members()).isNone())
        .isTrue();
    assertThat(upgrade()).isInstanceOf(FleetResult.NothingToDo.class);
  }

  @Test
  void whoIsOnAServerThatNoSettingNamesIsNamed() throws SQLException {
    add("apex", "standard");
    fixture.place("apex", "west");

    assertThatThrownBy(this::status)
        .isInstanceOf(UnknownServer.class)
        .hasMessage("tenant apex is on server west, and the settings name main only");
  }

  private void newVersion() throws IOException {
    Files.writeString(
        fixture.shared().folder().resolve("migrations/tenant/V2__more.sql"),
        "ALTER TABLE \"${flyway:defaultSchema}\".notes ADD COLUMN more text;");
  }

  private FleetStatus status() throws SQLException {
    return FleetStatus.of(fixture.module().tenant(), fixture.registry().members());
  }

  private FleetResult upgrade() throws SQLException {
    return FleetUpgrade.run(
        db.admin(),
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

  private AddTenantResult add(String name, String type) throws SQLException {
    return fixture.tenants().add(new TenantRequest(name, name + ".test", type));
  }

  private static TenantRequest on(String server, String name) {
    return new TenantRequest(name, name + ".test", "standard", Optional.of(server));
  }
}
