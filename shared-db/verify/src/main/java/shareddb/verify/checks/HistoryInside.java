package shareddb.verify.checks;

import java.sql.SQLException;
import java.util.List;

/** Checks that Flyway's history is in the target's schema, and none is in {@code public}. */
public final class HistoryInside implements Check {

  private static final String TABLE = "flyway_schema_history";

  @Override
  public String title() {
    return "history in the schema";
  }

  @Override
  public CheckOutcome look(CheckContext scene) throws SQLException {
    CheckSubject subject = scene.subject();
    List<String> schemas =
        scene.texts(
            "SELECT schemaname FROM pg_catalog.pg_tables WHERE tablename = ? ORDER BY 1", TABLE);
    if (schemas.contains("public")) {
      return new CheckOutcome.Failed(
          "there is a history in public: it belongs to no project, and its next migration would"
              + " write over every other project's",
          schemas.contains(subject.target().schema().value())
              ? "look whose it is, then drop it:  DROP TABLE public." + TABLE
              : "move it back:  ALTER TABLE public." + TABLE + " SET SCHEMA " + subject.schema());
    }
    return schemas.contains(subject.target().schema().value())
        ? new CheckOutcome.Ok(subject.target().historyTable() + ", none in public")
        : new CheckOutcome.Failed(
            subject.schema() + " has no history table",
            "where what is in it may go:  " + subject.command("reset"));
  }
}
