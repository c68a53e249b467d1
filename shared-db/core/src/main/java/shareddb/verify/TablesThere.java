package shareddb.verify;

import java.sql.SQLException;
import java.util.List;

/** Every table that the migrations make is really there. */
final class TablesThere implements Check {

  @Override
  public String title() {
    return "tables";
  }

  @Override
  public Outcome look(Scene scene) throws SQLException {
    Subject subject = scene.subject();
    List<String> wanted = Sql.tables(subject.track().read());
    List<String> there =
        scene.texts(
            "SELECT tablename FROM pg_catalog.pg_tables WHERE schemaname = ?",
            subject.target().schema().value());
    List<String> missing = wanted.stream().filter(table -> !there.contains(table)).toList();
    return missing.isEmpty()
        ? new Outcome.Ok(String.join(", ", wanted))
        : new Outcome.Failed(
            "the history says that it was made, but it is not there: " + String.join(", ", missing),
            "where the rows of this database may go:  " + subject.command("reset"));
  }
}
