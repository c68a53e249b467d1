package shareddb.fleet;

import java.sql.SQLException;
import java.util.Optional;
import shareddb.migrate.InOneGo;
import shareddb.migrate.PlannedScript;
import shareddb.migrate.RehearsalResult;

/** Which script it was that failed: of many statements in one go Postgres does not say which. */
record Culprit(Scripts scripts, TargetRehearsal rehearsal) {

  /** The reason on one line, with the script's name where it is known. */
  String of(Work work, SQLException error) {
    Optional<InOneGo> whole = scripts.of(work.position());
    if (whole.isEmpty()) {
      return Reason.of(error);
    }
    Optional<String> only = whole.get().onlyScript();
    return only.isPresent() ? only.get() + ": " + Reason.of(error) : rehearsed(work, error);
  }

  /** Once more, script by script. */
  private String rehearsed(Work work, SQLException error) {
    try {
      return rehearsal.of(work.member().target()) instanceof RehearsalResult.Failed<?> failed
          ? failed.script().map(PlannedScript::title).map(s -> s + ": ").orElse("")
              + Reason.of(failed.cause())
          : Reason.of(error);
    } catch (SQLException e) {
      rehearsal.session().close();
      return Reason.of(error);
    }
  }
}
