package workshop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shareddb.base.names.SchemaName;
import shareddb.base.settings.Login;
import shareddb.base.settings.SecretFile;
import shareddb.base.settings.Settings;
import shareddb.base.track.Target;
import shareddb.migrate.role.ApiRole;
import shareddb.migrate.role.WorkshopRoles;
import shareddb.serve.Running;
import shareddb.serve.Serve;
import shareddb.testing.Sql;
import shareddb.web.MountedModule;
import shareddb.webtesting.ApiClient;
import shareddb.webtesting.OwnServer;
import workshop.personaltodo.PersonalTodo;

/** The secret of the checkout changes while the API runs. */
@Tag("long")
class NewSecretTest {

  @Test
  void anApiThatRunsOpensConnectionsWithTheNewPassword() throws Exception {
    try (OwnServer server = new OwnServer();
        Running running =
            Serve.start(server.settings(), 0, List.of(new PersonalTodo()), MountedModule::alone)) {
      assertThat(status(running)).isEqualTo(200);
      Login before = api(server.settings());

      new SecretFile(server.settings().root().resolve("localdev/secret")).replace();
      assertThat(WorkshopRoles.renew(server.settings().servers()))
          .allSatisfy(one -> assertThat(one.renewed()).isEqualTo(1));

      assertThat(api(server.settings()).password()).isNotEqualTo(before.password());
      Sql.run(
          server.settings().admin(),
          "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity"
              + " WHERE usename = '00_personal_todo_api'");
      assertThat(healed(running)).isTrue();
    }
  }

  /** A pool does not look at a connection that was used half a second ago: it may be closed. */
  private static boolean healed(Running running) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (status(running) != 200) {
      if (System.nanoTime() > end) {
        return false;
      }
    }
    return true;
  }

  private static Login api(Settings settings) {
    return ApiRole.login(new Target(settings.admin(), new SchemaName("00_personal_todo")));
  }

  private static int status(Running running) {
    return ApiClient.at(running.port()).get("/todos").status();
  }
}
