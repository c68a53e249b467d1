package shareddb.tenants.fleet.query;

import java.time.Duration;
import java.util.Optional;
import shareddb.base.settings.Login;
import shareddb.base.settings.WaitLimits;
import shareddb.base.track.Target;
import shareddb.migrate.role.ApiRole;

/**
 * A statement for the targets of a fleet: each runs it in a transaction of its own.
 *
 * @param writes whether the transactions may change rows and are committed; else they are read-only
 * @param timeout the limit of the statement on each target
 */
public record FleetStatement(String sql, boolean writes, Duration timeout, LoggedInAs role) {

  /** The role that runs the statement. */
  public sealed interface LoggedInAs {

    /** The administrator. */
    record Administrator() implements LoggedInAs {}

    /** Each target's role, which can log in to the target's own database. */
    record EachRole() implements LoggedInAs {}

    /** A role that logs in to the one database of all targets, and takes each target's role. */
    record RoleThatTakes(Login login) implements LoggedInAs {}
  }

  Login login(Target target) {
    return switch (role) {
      case LoggedInAs.Administrator ignored -> target.admin();
      case LoggedInAs.EachRole ignored -> ApiRole.login(target);
      case LoggedInAs.RoleThatTakes(Login login) -> login;
    };
  }

  /**
   * The statements at the beginning of the transaction. The cast fails if the schema is missing:
   * the search path would accept its name, and the statement would fail for another reason.
   */
  String beginning(Target target) {
    String schema = target.schema().quoted();
    String local =
        "SET LOCAL search_path = %s; SET LOCAL statement_timeout = %d; SET LOCAL lock_timeout = %d; SELECT %s::regnamespace"
            .formatted(
                schema,
                timeout.toMillis(),
                WaitLimits.STATEMENT.toMillis(),
                "'" + schema.replace("'", "''") + "'");
    return taken(target).map(role -> "SET LOCAL ROLE " + role + "; ").orElse("") + local;
  }

  private Optional<String> taken(Target target) {
    return role instanceof LoggedInAs.RoleThatTakes
        ? Optional.of(target.apiRole().quoted())
        : Optional.empty();
  }
}
