package shareddb.verify;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import shareddb.migrate.InvalidIndex;

/** No index was left unfinished by a {@code CREATE INDEX CONCURRENTLY}. */
final class IndexesValid implements Check {

  @Override
  public String title() {
    return "indexes";
  }

  @Override
  public Outcome look(Scene scene) throws SQLException {
    Subject subject = scene.subject();
    List<InvalidIndex> invalid = InvalidIndex.in(scene.connection(), subject.target().schema());
    if (invalid.isEmpty()) {
      return new Outcome.Ok("all valid");
    }
    return new Outcome.Failed(
        invalid.stream()
            .map(i -> i.quoted() + " of table " + i.table() + " is invalid: no query uses it")
            .collect(Collectors.joining("\n")),
        invalid.stream()
            .map(i -> subject.command("sql") + " --admin '" + i.mend().replace("'", "'\\''") + "'")
            .collect(Collectors.joining("\n")));
  }
}
