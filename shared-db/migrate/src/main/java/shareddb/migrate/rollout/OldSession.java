package shareddb.migrate.rollout;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import shareddb.base.jdbc.Query;
import shareddb.base.track.Target;

/**
 * A session of the API's role that does not say that it is the new version's: its application name
 * is not the name of the new version's schema.
 *
 * @param quiet how long ago its last statement began or ended
 */
public record OldSession(int pid, String application, String address, Duration quiet) {

  /** The sessions that did something within this time. */
  static List<OldSession> since(
      Connection connection, Target target, PhasedChange change, Duration within)
      throws SQLException {
    String sql =
        """
        SELECT pid, application_name, coalesce(client_addr::text, 'local') AS address,
               extract(epoch FROM clock_timestamp() - state_change)::bigint AS quiet
        FROM pg_catalog.pg_stat_activity
        WHERE datname = current_database() AND usename = ? AND application_name <> ?
          AND (state <> 'idle' OR state_change > clock_timestamp() - make_interval(secs => ?))
        ORDER BY state_change DESC
        """;
    String newVersion = change.newViews(target.schema()).value();
    return Query.of(
            connection, sql, target.apiRole().value(), newVersion, (double) within.toSeconds())
        .list(
            row ->
                new OldSession(
                    row.getInt(1),
                    row.getString(2),
                    row.getString(3),
                    Duration.ofSeconds(row.getLong(4))));
  }
}
