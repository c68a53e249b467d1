package shareddb.tenants.fleet.run;

import java.sql.SQLException;
import java.util.List;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;
import shareddb.postgres.server.ServerDatabases;
import shareddb.tenants.fleet.run.FleetOptions.Roles;
import shareddb.tenants.fleet.targets.TargetPosition.Ground;

/** Makes the database of a target, and the role that logs in to it, before the first script. */
public record DatabaseAndRole(Roles roles) {

  /**
   * Whether the run has made the roles of all targets already. Then only a missing database is left
   * to make.
   */
  boolean isLaidOnceForAll() {
    return switch (roles) {
      case Roles.Taken taken -> true;
      case Roles.LoggedInAs each -> false;
    };
  }

  /** Makes what is missing. It may run twice. */
  void lay(TargetWork work, WorkerSession session) throws SQLException {
    Target target = work.member().target();
    if (work.position().ground() == Ground.NO_DATABASE) {
      Login login = target.admin().impatient();
      ServerDatabases.ensure(login.to(ServerDatabases.MAINTENANCE), login.database());
    }
    switch (roles) {
      // The run made these roles before, for all targets of a database at once.
      case Roles.Taken taken -> {}
      case Roles.LoggedInAs each -> each.ensure(session.to(target), List.of(target));
    }
  }
}
