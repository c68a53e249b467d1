package workshop.userauthtodo;

import java.util.List;
import shareddb.base.names.ModuleName;
import shareddb.web.ApiModule;
import shareddb.web.Chore;
import shareddb.web.Database;
import shareddb.web.Routes;

/** This module, as the web sees it. */
public final class UserAuthTodo implements ApiModule {

  private final Rules rules;

  public UserAuthTodo() {
    this(Rules.STANDARD);
  }

  UserAuthTodo(Rules rules) {
    this.rules = rules;
  }

  @Override
  public ModuleName name() {
    return new ModuleName("01_user_auth_todo");
  }

  @Override
  public String title() {
    return "Users and their todos";
  }

  @Override
  public void routes(Routes routes, Database database) {
    OwnRows rows = new OwnRows(database);
    SessionQueries sessions = new SessionQueries(database, rows, rules);
    SessionGuard guard = new SessionGuard(sessions, rules);
    Accounts accounts =
        new Accounts(
            new UserQueries(database, rows),
            sessions,
            new Passwords(rules.cost()),
            new Limits(database, rules));
    new AccountRoutes(accounts, guard).declare(routes);
    new SessionRoutes(accounts, sessions, guard).declare(routes);
    new TodoRoutes(new TodoQueries(rows), guard).declare(routes);
  }

  @Override
  public List<Chore> chores(Database database) {
    return new Housekeeping(database).chores();
  }
}
