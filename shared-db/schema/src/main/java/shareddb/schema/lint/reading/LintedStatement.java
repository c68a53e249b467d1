package shareddb.schema.lint.reading;

import java.util.List;
import shareddb.base.sql.SqlStatement;

/** One statement of a file, with the changes to tables that were read from it. */
public record LintedStatement(SqlStatement sql, List<TableChange> changes) {

  public LintedStatement {
    changes = List.copyOf(changes);
  }

  static LintedStatement of(SqlStatement sql) {
    return new LintedStatement(sql, TableChanges.of(sql));
  }
}
