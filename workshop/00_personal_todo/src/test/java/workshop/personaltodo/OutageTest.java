package workshop.personaltodo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import shareddb.base.settings.Login;
import shareddb.serve.Running;
import shareddb.serve.Serve;
import shareddb.web.Mount;

/** The database goes away and comes back: the API says so, loses nothing, and heals by itself. */
class OutageTest {

  /** As many as the system properties say: the full trial has 200 writers for 10 seconds. */
  private static final int WRITERS = Integer.getInteger("outage.writers", 40);

  private static final Duration DURATION =
      Duration.ofSeconds(Integer.getInteger("outage.seconds", 4));

  @Test
  void noAcknowledgedWriteIsLost() throws IOException, SQLException {
    try (OwnServer server = new OwnServer();
        Running running =
            Serve.start(server.settings(), 0, List.of(new PersonalTodo()), Mount::alone)) {
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
