package shareddb.tenants.fleet.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import shareddb.base.names.RoleName;
import shareddb.base.track.Target;
import shareddb.migrate.role.ApiRole;
import shareddb.migrate.role.ApiRoles;

/**
 * The options of a run over a fleet.
 *
 * @param connections how many targets at once, each on a connection of its own
 * @param patience how long a target is tried again that another session blocks
 * @param roles how the targets' APIs use their roles
 */
public record FleetOptions(int connections, Duration patience, WaveOrder waves, Roles roles) {

  public static final FleetOptions USUAL =
      new FleetOptions(4, Duration.ofSeconds(30), WaveOrder.ONE, new Roles.Taken(Optional.empty()));

  public FleetOptions {
    if (connections < 1) {
      throw new IllegalArgumentException("a run needs a connection, and not " + connections);
    }
  }

  /** How the roles are made that scripts name as {@code "${api_role}"}. */
  public sealed interface Roles {

    /** Makes the missing roles of some targets of one database. It may run twice. */
    void ensure(Connection connection, List<Target> targets) throws SQLException;

    /** An API logs in as each of the roles. */
    record LoggedInAs() implements Roles {
      @Override
      public void ensure(Connection connection, List<Target> targets) throws SQLException {
        for (Target target : targets) {
          ApiRole.ensure(connection, target);
        }
      }
    }

    /** One API serves all targets, and takes a target's role for each transaction. */
    record Taken(Optional<RoleName> by) implements Roles {
      @Override
      public void ensure(Connection connection, List<Target> targets) throws SQLException {
        ApiRoles.ensure(connection, targets, by);
      }
    }
  }

  public FleetOptions withConnections(int count) {
    return new FleetOptions(count, patience, waves, roles);
  }

  public FleetOptions withPatience(Duration longest) {
    return new FleetOptions(connections, longest, waves, roles);
  }

  public FleetOptions withWaves(WaveOrder other) {
    return new FleetOptions(connections, patience, other, roles);
  }

  public FleetOptions withRoles(Roles other) {
    return new FleetOptions(connections, patience, waves, other);
  }
}
