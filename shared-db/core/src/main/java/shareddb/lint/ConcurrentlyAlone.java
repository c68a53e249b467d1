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
        .filter(ConcurrentlyAlone::refusesTransactions)
        .map(
            statement ->
                file.finding(
                    name(),
                    statement.line(),
                    "CONCURRENTLY cannot run in a transaction, so Flyway refuses it beside other"
                        + " statements; and of two such, the first would stay when the second"
                        + " fails",
                    "move it into a migration of its own, with nothing beside it"))
        .toList();
  }

  /** A materialized view is refreshed concurrently in a transaction too. */
  private static boolean refusesTransactions(SqlStatement statement) {
    return statement.contains("concurrently") && !statement.contains("materialized");
  }
}
