package shareddb.tenants.fleet.run;

import java.sql.SQLException;
import java.util.Optional;
import shareddb.migrate.DryRunResult;
import shareddb.migrate.script.PlannedScript;
import shareddb.migrate.script.ScriptBatch;
import shareddb.tenants.fleet.targets.FailureReason;

/**
 * Finds the script that failed. All scripts of a target go to the server in one text, and Postgres
 * does not say which script an error is from.
 */
record FailedScript(FleetScripts scripts, TargetDryRun rehearsal) {

  /** The reason on one line, with the script's name if it is known. */
  String of(TargetWork work, SQLException error) {
    Optional<ScriptBatch> whole = scripts.of(work.position());
    if (whole.isEmpty()) {
      return FailureReason.of(error);
    }
    Optional<String> only = whole.get().onlyScript();
    return only.isPresent() ? only.get() + ": " + FailureReason.of(error) : rehearsed(work, error);
  }

  /** Runs the scripts one by one in a transaction that is rolled back. */
  private String rehearsed(TargetWork work, SQLException error) {
    try {
      return rehearsal.of(work.member().target()) instanceof DryRunResult.Failed<?> failed
          ? failed.script().map(PlannedScript::title).map(s -> s + ": ").orElse("")
              + FailureReason.of(failed.cause())
          : FailureReason.of(error);
    } catch (SQLException e) {
      rehearsal.session().close();
      return FailureReason.of(error);
    }
  }
}
