package shareddb.tenants;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import shareddb.journal.Journal;
import shareddb.journal.Recording;
import shareddb.migrate.History;
import shareddb.migrate.Target;
import shareddb.migrate.TrackState;
import shareddb.track.Migration;
import shareddb.track.Version;

/** Puts what is done to tenants into the journal. */
record Chronicle(Registry registry) {

  /** What is done. */
  interface Work<R> {
    R run() throws SQLException;
  }

  /** To one of them, whose schema stays as it is. */
  <R> R of(String operation, Tenant tenant, Work<R> work) throws SQLException {
    Target target = registry.target(tenant);
    Version current = current(target);
    return record(operation, target, current, current, work, result -> Optional.empty());
  }

  /** To one of them, whose schema is dropped, or why it is not. */
  <R> R ofRemoval(Tenant tenant, Work<R> work, Function<R, Optional<String>> failure)
      throws SQLException {
    Target target = registry.target(tenant);
    return record("remove", target, current(target), Version.NONE, work, failure);
  }

  /** To those that are made: one entry for all, since the run has one for each. */
  <R> R ofAddition(List<Tenant> tenants, Work<R> work, Function<R, Optional<String>> failure)
      throws SQLException {
    Target target =
        tenants.size() == 1
            ? registry.target(tenants.getFirst())
            : new Target(registry.admin(), registry.module().sharedSchema());
    List<Migration> migrations = registry.module().tenant().read();
    Version newest = migrations.isEmpty() ? Version.NONE : migrations.getLast().version();
    String operation = tenants.size() == 1 ? "add" : "add " + tenants.size() + " tenants";
    return record(operation, target, Version.NONE, newest, work, failure);
  }

  private <R> R record(
      String operation,
      Target target,
      Version from,
      Version to,
      Work<R> work,
      Function<R, Optional<String>> failure)
      throws SQLException {
    try (Recording recording =
        new Journal(registry.admin()).recording(operation, registry.module().tenant(), target)) {
      recording.begins(from, to);
      try {
        R result = work.run();
        failure.apply(result).ifPresentOrElse(recording::failed, recording::done);
        return result;
      } catch (SQLException | RuntimeException e) {
        recording.failed(String.valueOf(e.getMessage()));
        throw e;
      }
    }
  }

  /** Of a database that is not there, or not to be reached, the journal knows no version. */
  private Version current(Target target) throws SQLException {
    try {
      return TrackState.of(List.of(), History.of(target)).current();
    } catch (SQLException e) {
      if (registry.module().databases().isEmpty()) {
        throw e;
      }
      return Version.NONE;
    }
  }
}
