package shareddb.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shareddb.web.doc.Doc.doc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.base.names.ModuleName;
import shareddb.base.settings.ServerChoice;
import shareddb.base.settings.Settings;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Workshop;
import shareddb.migrate.Downgrade;
import shareddb.migrate.DowngradeTo;
import shareddb.migrate.Upgrade;
import shareddb.testing.TestDatabase;
import shareddb.web.Api;
import shareddb.web.ApiModule;
import shareddb.web.ModuleResources;
import shareddb.web.MountedModule;
import shareddb.webtesting.ApiClient;

/** Several modules in one process, over an empty database. */
class ServeTest {

  @RegisterExtension static final TestDatabase database = TestDatabase.empty();

  /** A module that tells which role each of its databases is used by. */
  private record Roles(String name, List<String> tracks) implements ApiModule {

    @Override
    public String title() {
      return "Roles";
    }

    @Override
    public void routes(Api api, ModuleResources resources) {
      for (String track : tracks) {
        api.get(
            "/role" + track,
            ctx ->
                ctx.json(
                    Map.of(
                        "role",
                        resources.database(track).fetchValue("SELECT current_user").toString())),
            doc("The role"));
      }
    }
  }

  @Test
  void migratesAndServesEachModuleAsItsOwnRole() {
    try (Running running = start(new Roles("00_personal_todo", List.of("")), new TenantsOnly())) {
      ApiClient client = ApiClient.at(running.port());
      client.get("/ready").expect(200);
      assertThat(client.get("/00_personal_todo/role").expect(200).text("role"))
          .isEqualTo("00_personal_todo_api");
      client.get("/03_requirements_schema_per_tenant/admin/tenants").expect(401);
      assertThat(client.get("/metrics").expect(200).body())
          .contains("hikaricp_connections{pool=\"00_personal_todo\"}");
    }
  }

  @Test
  void aModuleWithNamedDatabasesGetsOneForEachTrack() {
    Settings settings = settings();
    try (Running running =
        Serve.serve(
            settings,
            0,
            List.of(new Roles("05_users_and_analytics", List.of("users", "analytics"))),
            MountedModule::alone)) {
      ApiClient client = ApiClient.at(running.port());
      // Nothing made these databases: each is named as the one that is away.
      client
          .get("/ready")
          .expectProblem(
              503, "unavailable", "05_users_and_analytics/analytics, 05_users_and_analytics/users");
      client.get("/health").expect(200);
    }
  }

  @Test
  void theStartPageShowsHowFarEachModuleIs() throws SQLException {
    Track track =
        Workshop.at(TestDatabase.checkout())
            .module(new ModuleName("00_personal_todo"))
            .tracks()
            .getFirst();
    Target target = Target.usual(database.admin(), track);
    try (Running running = start(new Roles("00_personal_todo", List.of("")), new TenantsOnly())) {
      ApiClient client = ApiClient.at(running.port());
      assertThat(client.get("/").expect(200).body())
          .contains("version 4", "nothing pending", "last change 20", "no tenants yet");

      Downgrade.run(track, target, new DowngradeTo.Steps(1));

      // The page may be as old as its data are kept.
      Instant limit = Instant.now().plusSeconds(30);
      String page = client.get("/").expect(200).body();
      while (!page.contains("version 3") && Instant.now().isBefore(limit)) {
        page = client.get("/").expect(200).body();
      }
      assertThat(page).contains("version 3", "pending: V4__is_completed_not_null.sql");
    } finally {
      Upgrade.run(track, target);
    }
  }

  @Test
  void aPortInUseIsSaidWithThePortToTake() {
    List<ApiModule> module = List.of(new Roles("00_personal_todo", List.of("")));
    try (Running running = Serve.start(settings(), 0, module, MountedModule::alone)) {
      int port = running.port();
      assertThatThrownBy(() -> Serve.serve(settings(), port, module, MountedModule::alone))
          .isInstanceOf(ServeException.class)
          .hasMessageContaining("Port " + port + " is in use")
          .hasMessageContaining("PORT=");
    }
  }

  private static Running start(ApiModule... modules) {
    return Serve.start(settings(), 0, List.of(modules), MountedModule::named);
  }

  private static Settings settings() {
    return new Settings(
        TestDatabase.checkout(), ServerChoice.EXTERNAL, database.admin(), "this test");
  }
}
