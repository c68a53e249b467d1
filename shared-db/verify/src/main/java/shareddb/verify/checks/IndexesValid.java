package shareddb.verify.checks;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import shareddb.migrate.lock.InvalidIndex;

/** Checks that no {@code CREATE INDEX CONCURRENTLY} has left an invalid index. */
public final class IndexesValid implements Check {

  @Override
  public String title() {
    return "indexes";
  }

  @Override
  public CheckOutcome look(CheckContext scene) throws SQLException {
    CheckSubject subject = scene.subject();
    List<InvalidIndex> invalid = InvalidIndex.in(scene.connection(), subject.target().schema());
    if (invalid.isEmpty()) {
      return new CheckOutcome.Ok("all valid");
    }
    return new CheckOutcome.Failed(
        invalid.stream()
            .map(i -> i.quoted() + " of table " + i.table() + " is invalid: no query uses it")
            .collect(Collectors.joining("\n")),
        invalid.stream()
            .map(i -> subject.command("sql") + " --admin '" + i.mend().replace("'", "'\\''") + "'")
            .collect(Collectors.joining("\n")));
  }
}
