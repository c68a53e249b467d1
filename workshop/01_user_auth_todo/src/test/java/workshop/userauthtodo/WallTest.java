package workshop.userauthtodo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static workshop.userauthtodo.db.Tables.CREDENTIALS_OF;
import static workshop.userauthtodo.db.Tables.SESSIONS;
import static workshop.userauthtodo.db.Tables.TODOS;
import static workshop.userauthtodo.db.Tables.USERS;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shareddb.base.settings.Login;
import shareddb.testing.Sql;
import shareddb.tracktesting.MigratedDatabase;
import shareddb.web.ApiServer;
import workshop.userauthtodo.session.OwnRows;
import workshop.userauthtodo.session.Token;

/** The second wall: statements that forget whose rows they mean, as the API's own role. */
class WallTest {

  @RegisterExtension static final MigratedDatabase db = MigratedDatabase.of("01_user_auth_todo");

  private static final List<Table<?>> TABLES = List.of(USERS, SESSIONS, TODOS);

  private static HikariDataSource pool;
  private static DSLContext database;
  private static OwnRows rows;
  private static long ada;
  private static long bob;

  @BeforeAll
  static void twoUsers() {
    HikariConfig config = new HikariConfig();
    Login api = db.api();
    config.setJdbcUrl(api.jdbcUrl());
    config.setUsername(api.user());
    config.setPassword(api.password().reveal());
    // One connection: whatever a transaction leaves behind, the next one finds.
    config.setMaximumPoolSize(1);
    pool = new HikariDataSource(config);
    database = ApiServer.database(pool);
    rows = new OwnRows(database);
    ada = user("ada@example.org");
    bob = user("bob@example.org");
  }

  @AfterAll
  static void close() {
    pool.close();
  }

  @Test
  void withoutAWhereThereAreStillOnlyOnesOwnRows() {
    for (Table<?> table : TABLES) {
      assertThat(count(ada, own -> own.fetchCount(table))).as(table.getName()).isEqualTo(1);
    }
    assertThat(titles(ada)).containsExactly("of " + ada);
    assertThat(count(ada, own -> own.update(TODOS).set(TODOS.TITLE, "changed").execute()))
        .isEqualTo(1);
    assertThat(titles(bob)).containsExactly("of " + bob);
    long eve = user("eve@example.org");
    assertThat(count(eve, own -> own.deleteFrom(TODOS).execute())).isEqualTo(1);
    assertThat(titles(bob)).containsExactly("of " + bob);
    rows.of(ada, own -> own.update(TODOS).set(TODOS.TITLE, "of " + ada).execute());
  }

  @Test
  void withoutAUserThereIsNothing() {
    rows.of(ada, own -> own.fetchCount(TODOS));

    for (Table<?> table : TABLES) {
      assertThat(database.fetchCount(table))
          .as(table.getName() + ", on the connection that a user had just now")
          .isZero();
    }
  }

  @Test
  void nothingIsLeftBehindByATransactionThatFails() {
    assertThatThrownBy(
            () ->
                rows.of(
                    ada,
                    own -> {
                      throw new IllegalStateException("on purpose");
                    }))
        .hasMessage("on purpose");
    assertThat(database.fetchCount(TODOS)).isZero();
  }

  @Test
  void nobodyWritesInAnothersName() {
    refused(
        own -> own.insertInto(TODOS).set(TODOS.USER_ID, bob).set(TODOS.TITLE, "planted").execute());
    refused(own -> own.update(TODOS).set(TODOS.USER_ID, bob).execute());
    refused(own -> own.update(SESSIONS).set(SESSIONS.USER_ID, bob).execute());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE \"01_user_auth_todo\".todos DISABLE ROW LEVEL SECURITY",
        "DROP POLICY todos_own ON \"01_user_auth_todo\".todos",
        "SET LOCAL ROLE pg_read_all_data",
        "TRUNCATE \"01_user_auth_todo\".users",
        "CREATE TABLE \"01_user_auth_todo\".mine ()",
        "CREATE TEMPORARY TABLE sessions (LIKE \"01_user_auth_todo\".sessions)",
        "SELECT * FROM \"01_user_auth_todo\".flyway_schema_history",
        "CREATE OR REPLACE FUNCTION \"01_user_auth_todo\".current_user_id() RETURNS bigint"
            + " LANGUAGE sql RETURN 1",
      })
  void theRoleCannotTakeTheWallDown(String sql) {
    refused(own -> own.execute(sql));
  }

  /** A superuser is above every policy; the usual owner is not one, and FORCE is for that. */
  @Test
  void theWallIsForTheOwnerToo() throws SQLException {
    assertThat(
            Sql.text(
                db.admin(),
                "SELECT string_agg(relname, ',' ORDER BY relname) FROM pg_class"
                    + " WHERE relnamespace = '\"01_user_auth_todo\"'::regnamespace"
                    + " AND relrowsecurity AND relforcerowsecurity"))
        .isEqualTo("sessions,todos,users");
  }

  /** That they are safe is tested for the functions of all tracks together. */
  @Test
  void thereAreThreeDoorsAndNoMore() throws SQLException {
    assertThat(
            Sql.text(
                db.admin(),
                "SELECT string_agg(proname, ',' ORDER BY proname) FROM pg_proc"
                    + " WHERE pronamespace = '\"01_user_auth_todo\"'::regnamespace AND prosecdef"))
        .isEqualTo("credentials_of,remove_expired_sessions,session_of");
  }

  private static int count(long user, Function<DSLContext, Integer> work) {
    return rows.of(user, work);
  }

  private static List<String> titles(long user) {
    return rows.of(user, own -> own.selectFrom(TODOS).fetch(TODOS.TITLE));
  }

  private static void refused(Function<DSLContext, Integer> work) {
    assertThatThrownBy(() -> rows.of(ada, work))
        .isInstanceOfSatisfying(
            DataAccessException.class,
            e -> assertThat(e.sqlState()).as(e.getMessage()).isEqualTo("42501"));
  }

  /** With a session and a todo. */
  private static long user(String email) {
    database
        .insertInto(USERS)
        .set(USERS.EMAIL, email)
        .set(USERS.PASSWORD_HASH, "$argon2id$")
        .execute();
    long id =
        database
            .select(CREDENTIALS_OF.USER_ID)
            .from(CREDENTIALS_OF.call(email))
            .fetchSingle(CREDENTIALS_OF.USER_ID);
    rows.of(
        id,
        own ->
            own.insertInto(SESSIONS)
                    .set(SESSIONS.USER_ID, id)
                    .set(SESSIONS.TOKEN_HASH, Token.sha256(email))
                    .set(SESSIONS.EXPIRES_AT, Instant.now())
                    .set(SESSIONS.ENDS_AT, Instant.now().plusSeconds(60))
                    .execute()
                + own.insertInto(TODOS).set(TODOS.TITLE, "of " + id).execute());
    return id;
  }
}
