package workshop.personaltodo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import shareddb.base.names.ModuleName;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;
import shareddb.base.track.Workshop;
import shareddb.migrate.Upgrade;
import shareddb.testing.TestDatabase;
import shareddb.webtesting.OwnServer;
import shareddb.webtesting.RunningApi;

/** The database goes away and comes back: the API says so, loses nothing, and heals by itself. */
class OutageTest {

  /** As many as the system properties say: the full trial has 200 writers for 10 seconds. */
  private static final int WRITERS = Integer.getInteger("outage.writers", 40);

  private static final Duration DURATION =
      Duration.ofSeconds(Integer.getInteger("outage.seconds", 4));

  @Test
  void noAcknowledgedWriteIsLost() throws IOException, SQLException {
    try (OwnServer server = new OwnServer();
        RunningApi running = serve(server)) {
      Outage outage = new Outage(running);

      outage.run(server, WRITERS, DURATION);

      assertThat(outage.unexpected()).isEmpty();
      assertThat(outage.refused()).isPositive();
      assertThat(stored(server.settings().admin())).containsAllEntriesOf(outage.acknowledged());
      System.out.printf(
          "%d writers: %d writes acknowledged and none lost, %d refused with 503%n",
          WRITERS, outage.acknowledged().size(), outage.refused());
    }
  }

  private static RunningApi serve(OwnServer server) throws SQLException {
    server.start();
    Login admin = server.settings().admin();
    Workshop workshop = Workshop.at(TestDatabase.checkout());
    Upgrade.run(
        workshop.module(new ModuleName("00_personal_todo")).tracks().getFirst(),
        new Target(admin, new ModuleName("00_personal_todo").schema()));
    return ServedTodos.serve(admin);
  }

  private static Map<Long, String> stored(Login admin) throws SQLException {
    Map<Long, String> todos = new HashMap<>();
    try (Connection connection = admin.connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT id, title FROM \"00_personal_todo\".todos")) {
      while (rows.next()) {
        todos.put(rows.getLong(1), rows.getString(2));
      }
    }
    return todos;
  }
}
