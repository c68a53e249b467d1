package shareddb.lint;

import java.util.List;
import shareddb.sql.SqlStatement;

/** What cannot run in a transaction has a file to itself. */
final class ConcurrentlyAlone implements Rule.OfFile {

  @Override
  public String name() {
    return "concurrently-not-alone";
  }

  @Override
  public List<Finding> look(LintedFile file) {
    if (file.script().statements().size() < 2) {
      return List.of();
    }
    return file.script().statements().stream()
        .filter(SqlStatement::isAlone)
        .map(
            statement ->
                file.finding(
                    name(),
                    statement.line(),
                    "this statement cannot run in a transaction: what stands before it in the file"
                        + " stays when it fails",
                    "move it into a migration of its own, with nothing beside it"))
        .toList();
  }
}
