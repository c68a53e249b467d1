package workshop.personaltodo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.base.names.ModuleName;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;
import shareddb.migrate.role.ApiRole;
import shareddb.webtesting.Answer;
import shareddb.webtesting.RunningApi;

/** Each kind of trouble with the database is told as what it is. */
class DatabaseTroubleTest {

  @RegisterExtension static final ServedTodos api = new ServedTodos();

  @Test
  void aSlowStatementIsATimeoutOfThisRequest() throws SQLException {
    try (Connection admin = api.database().admin().connect();
        Statement statement = admin.createStatement();
        RunningApi impatient = ServedTodos.serveAs(impatient())) {
      admin.setAutoCommit(false);
      statement.execute("LOCK TABLE \"00_personal_todo\".todos IN ACCESS EXCLUSIVE MODE");

      Answer slow = impatient.client().get("/todos");

      slow.expectProblem(504, "database-timeout", "took longer than it may");
      admin.rollback();
      impatient.client().get("/todos").expect(200);
    }
  }

  @Test
  void aSchemaThatIsBehindSaysMakeUpgrade() throws SQLException {
    try (Connection admin = api.database().admin().connect();
        Statement statement = admin.createStatement()) {
      statement.execute("ALTER TABLE \"00_personal_todo\".todos RENAME TO todos_of_later");
      try {
        api.get("/todos").expectProblem(503, "not-ready", "make upgrade");
      } finally {
        statement.execute("ALTER TABLE \"00_personal_todo\".todos_of_later RENAME TO todos");
      }
    }
  }

  private static Login impatient() {
    Login api =
        ApiRole.login(
            new Target(
                DatabaseTroubleTest.api.database().admin(),
                new ModuleName("00_personal_todo").schema()));
    return new Login(
        api.host(),
        api.port(),
        api.database(),
        api.user(),
        api.password(),
        Map.of("options", "-c statement_timeout=200"));
  }
}
