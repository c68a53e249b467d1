package workshop.requirementsdatabasepertenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.ServerName;
import shareddb.base.settings.Login;
import shareddb.base.settings.ServerChoice;
import shareddb.base.settings.Servers;
import shareddb.base.settings.Settings;
import shareddb.base.track.Version;
import shareddb.base.track.Workshop;
import shareddb.migrate.snapshot.SnapshotStore;
import shareddb.postgres.server.ServerDatabases;
import shareddb.serve.Running;
import shareddb.serve.Serve;
import shareddb.tenants.fleet.FleetDowngrade;
import shareddb.tenants.fleet.FleetUpgrade;
import shareddb.tenants.fleet.run.FleetOptions;
import shareddb.tenants.fleet.targets.FleetListener;
import shareddb.tenants.fleet.targets.FleetResult;
import shareddb.tenants.provision.AddTenantResult;
import shareddb.tenants.provision.KeyReceiver;
import shareddb.tenants.provision.TenantRequest;
import shareddb.tenants.registry.TenantModule;
import shareddb.tenants.registry.TenantRegistry;
import shareddb.testing.TestDatabase;
import shareddb.tracktesting.MigratedDatabase;
import shareddb.web.MountedModule;
import shareddb.webtesting.ApiClient;

/** Tenants on two servers, one of which stops and comes back. */
@Tag("long")
class TwoServersTest {

  @RegisterExtension
  static final MigratedDatabase db = MigratedDatabase.of("04_requirements_database_per_tenant");

  /** As many as the system property says: the full trial has 200, on two real servers. */
  private static final int TENANTS = Integer.getInteger("servers.tenants", 6);

  private static final String PREFIX = "s" + UUID.randomUUID().toString().substring(0, 8) + "x";

  @TempDir static Path folder;

  private static East east;
  private static TenantRegistry registry;
  private static Running running;
  private static final List<ApiClient> ON_MAIN = new ArrayList<>();
  private static final List<ApiClient> ON_EAST = new ArrayList<>();

  @BeforeAll
  static void serve() throws Exception {
    east = Boolean.getBoolean("servers.real") ? new EastServer(folder) : new EastPort(db.admin());
    Workshop workshop = Workshop.at(TestDatabase.checkout());
    Settings settings =
        new Settings(
            workshop.root(),
            ServerChoice.EXTERNAL,
            db.admin(),
            "this test",
            Servers.main(db.admin()).with(East.NAME, east.login()));
    TenantModule module = TenantModule.of(workshop.module(db.track().module())).orElseThrow();
    registry = new TenantRegistry(settings, module);
    running =
        Serve.serve(
            settings,
            workshop,
            0,
            List.of(new RequirementsDatabasePerTenant()),
            MountedModule::alone);
    add();
  }

  private static void add() throws SQLException {
    List<TenantRequest> wishes =
        IntStream.range(0, TENANTS)
            .mapToObj(i -> PREFIX + i)
            .map(name -> new TenantRequest(name, name + ".example.org", "standard"))
            .toList();
    Instant start = Instant.now();
    var tenants = new shareddb.tenants.lifecycle.Tenants(registry, new SnapshotStore(folder));
    for (AddTenantResult result : tenants.addAll(wishes, KeyReceiver.NONE)) {
      AddTenantResult.Added added = (AddTenantResult.Added) result;
      ServerName server = added.tenant().database().orElseThrow().server();
      ApiClient owner =
          ApiClient.at(running.port())
              .with(TenantLookup.KEY, added.key().value())
              .with("X-User", "owner@example.org");
      owner.get("/members").expect(200);
      (server.equals(ServerName.MAIN) ? ON_MAIN : ON_EAST).add(owner);
    }
    say("%d tenants on two servers made and claimed in %d ms", TENANTS, since(start));
  }

  @AfterAll
  static void nothingIsLeft() throws SQLException {
    running.close();
    for (int i = 0; i < TENANTS; i++) {
      Login main = db.admin();
      ServerDatabases.drop(main, new DatabaseName("workshop_04_" + PREFIX + i));
    }
    east.close();
  }

  @Test
  void whenOneServerStopsItsTenantsAreToldToComeBackAndTheOthersNoticeNothing() throws Exception {
    assertThat(ON_MAIN).hasSize(TENANTS / 2).hasSameSizeAs(ON_EAST);
    assertThat(
            moved(
                FleetDowngrade.run(
                    db.admin(),
                    registry.module().tenant(),
                    registry.members(),
                    Version.parse("3"),
                    options(),
                    FleetListener.SILENT)))
        .isEqualTo(TENANTS);
    Round before = Round.of(ON_MAIN, 5);
    Round eastBefore = Round.of(ON_EAST, 5);

    east.stop();
    Round noticed = Round.of(ON_EAST, 1);
    Round during = Round.of(ON_MAIN, 5);
    Round away = Round.of(ON_EAST, 5);
    Instant start = Instant.now();
    FleetResult.Tally first = ((FleetResult.Done) upgrade()).tally();
    say(
        "upgrade with one server away: %d moved, %d unreachable, %d ms",
        first.moved(), first.unreachable().size(), since(start));
    Round meanwhile = Round.of(ON_MAIN, 2);

    assertThat(before.isAll(200) && eastBefore.isAll(200)).isTrue();
    assertThat(during.isAll(200) && meanwhile.isAll(200)).isTrue();
    assertThat(noticed.isAll(503)).isTrue();
    assertThat(away.samples()).allMatch(s -> s.status() == 503 && s.retryAfter().equals("1"));
    assertThat(first.moved()).isEqualTo(ON_MAIN.size());
    assertThat(first.unreachable()).hasSize(ON_EAST.size());
    assertThat(metrics()).contains("workshop_tenant_server_away{server=\"east\"} 1.0");

    east.start();
    start = Instant.now();
    while (!Round.of(ON_EAST, 1).isAll(200)) {
      assertThat(since(start)).isLessThan(Duration.ofSeconds(30).toMillis());
    }
    say("all its tenants are served again %d ms after its start", since(start));
    assertThat(moved(upgrade())).isEqualTo(ON_EAST.size());
    assertThat(upgrade()).isInstanceOf(FleetResult.NothingToDo.class);
    Round after = Round.of(ON_MAIN, 5);
    assertThat(after.isAll(200) && Round.of(ON_EAST, 1).isAll(200)).isTrue();
    say("on main before  %s%non main during  %s%non main after   %s", before, during, after);
    say("on east, first  %s%non east, away   %s", noticed, away);
  }

  private static FleetResult upgrade() throws SQLException {
    return FleetUpgrade.run(
        db.admin(),
        registry.module().tenant(),
        registry.members(),
        Optional.empty(),
        options(),
        FleetListener.SILENT);
  }

  private static FleetOptions options() {
    return FleetOptions.USUAL.withRoles(registry.module().roles());
  }

  private static int moved(FleetResult result) {
    return ((FleetResult.Done) result).tally().moved();
  }

  private static String metrics() {
    return ApiClient.at(running.port()).get("/metrics").expect(200).body();
  }

  private static long since(Instant start) {
    return Duration.between(start, Instant.now()).toMillis();
  }

  private static void say(String text, Object... values) {
    System.out.printf(text + "%n", values);
  }
}
