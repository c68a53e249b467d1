package shareddb.schema.lint.locks;

import java.util.List;
import shareddb.base.sql.SqlStatement;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedFile;
import shareddb.schema.lint.reading.RuleName;
import shareddb.schema.lint.rules.LintRule;

/** Finds a statement that cannot run in a transaction and is not alone in its file. */
public final class ConcurrentlyAlone implements LintRule.OfFile {

  @Override
  public RuleName name() {
    return RuleName.CONCURRENTLY_NOT_ALONE;
  }

  @Override
  public List<LintFinding> look(LintedFile file) {
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
