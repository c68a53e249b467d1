package shareddb.tenants.fleet.run;

import java.sql.SQLException;
import java.util.List;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;
import shareddb.postgres.server.ServerDatabases;
import shareddb.tenants.fleet.run.FleetOptions.Roles;
import shareddb.tenants.fleet.target.TargetPosition.Ground;

/** What a target needs before the first script: its database, and the role that logs in to it. */
public record DatabaseAndRole(Roles roles) {

  /** Whether nothing is left to do for each, except its database where that is missing. */
  boolean isLaidOnceForAll() {
    return switch (roles) {
      case Roles.Taken taken -> true;
      case Roles.LoggedInAs each -> false;
    };
  }

  /** Harmless when repeated. */
  void lay(TargetWork work, WorkerSession session) throws SQLException {
    Target target = work.member().target();
    if (work.position().ground() == Ground.NO_DATABASE) {
      Login login = target.admin().impatient();
      ServerDatabases.ensure(login.to(ServerDatabases.MAINTENANCE), login.database());
    }
    switch (roles) {
      // They were made before, for all targets of a database at once.
      case Roles.Taken taken -> {}
      case Roles.LoggedInAs each -> each.ensure(session.to(target), List.of(target));
    }
  }
}
