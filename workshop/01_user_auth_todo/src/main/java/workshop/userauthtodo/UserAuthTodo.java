package workshop.userauthtodo;

import java.time.Duration;
import org.jooq.DSLContext;
import shareddb.web.Api;
import shareddb.web.ApiModule;
import shareddb.web.ModuleResources;
import workshop.userauthtodo.account.AccountApi;
import workshop.userauthtodo.account.LoginApi;
import workshop.userauthtodo.account.Users;
import workshop.userauthtodo.limit.Limits;
import workshop.userauthtodo.password.Passwords;
import workshop.userauthtodo.session.OwnRows;
import workshop.userauthtodo.session.SessionApi;
import workshop.userauthtodo.session.SessionCookie;
import workshop.userauthtodo.session.Sessions;
import workshop.userauthtodo.session.SignIn;
import workshop.userauthtodo.todo.TodoApi;

/** This module: its parts, put together. */
public final class UserAuthTodo implements ApiModule {

  private static final Duration SLOW = Duration.ofMillis(500);

  private final Rules rules;

  public UserAuthTodo() {
    this(Rules.STANDARD);
  }

  UserAuthTodo(Rules rules) {
    this.rules = rules;
  }

  @Override
  public String name() {
    return "01_user_auth_todo";
  }

  @Override
  public String title() {
    return "Users and their todos";
  }

  @Override
  public void routes(Api api, ModuleResources resources) {
    routes(api, resources.database());
  }

  void routes(Api api, DSLContext database) {
    DSLContext db = configured(database);
    OwnRows rows = new OwnRows(db);
    Sessions sessions = new Sessions(db, rows, rules.sessions());
    SessionCookie cookie = new SessionCookie(api.prefix(), rules.sessions().end());
    SignIn signIn = new SignIn(sessions, cookie);
    Users users = new Users(db, rows);
    Passwords passwords = new Passwords(rules.cost());
    Limits limits = new Limits(db, rules.limits());
    signIn.addTo(api);
    new AccountApi(users, passwords, limits, cookie).routes(api);
    new LoginApi(users, sessions, passwords, limits, signIn, cookie).routes(api);
    new SessionApi(rows, sessions, cookie).routes(api);
    new TodoApi(rows).routes(api);
    new Housekeeping(db).addTo(api);
  }

  /** jOOQ's optimistic locking, and a listener of ours beside those that are there. */
  static DSLContext configured(DSLContext database) {
    return database
        .configuration()
        .deriveAppending(new SlowStatements(SLOW))
        .deriveSettings(
            settings ->
                settings
                    .withExecuteWithOptimisticLocking(true)
                    .withExecuteWithOptimisticLockingExcludeUnversioned(true)
                    // After an update the record has what the trigger wrote: updated_at.
                    .withReturnAllOnUpdatableRecord(true))
        .dsl();
  }
}
