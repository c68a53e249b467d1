package shareddb.fleet;

import java.sql.SQLException;
import java.util.List;
import shareddb.fleet.FleetOptions.Roles;
import shareddb.fleet.Position.Ground;
import shareddb.migrate.Target;
import shareddb.server.Databases;
import shareddb.settings.Login;

/** What a target needs before the first script: its database, and the role that logs in to it. */
record Groundwork(Roles roles) {

  /** Whether nothing is left to do for each, except its database where that is missing. */
  boolean isLaidOnceForAll() {
    return switch (roles) {
      case Roles.Taken taken -> true;
      case Roles.LoggedInAs each -> false;
    };
  }

  /** Harmless when repeated. */
  void lay(Work work, Session session) throws SQLException {
    Target target = work.member().target();
    if (work.position().ground() == Ground.NO_DATABASE) {
      Login login = target.admin().impatient();
      Databases.ensure(login.to(Databases.MAINTENANCE), login.database());
    }
    switch (roles) {
      // They were made before, for all targets of a database at once.
      case Roles.Taken taken -> {}
      case Roles.LoggedInAs each -> each.ensure(session.to(target), List.of(target));
    }
  }
}
