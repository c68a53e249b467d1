package shareddb.schema.lint.reading;

import java.util.ArrayList;
import java.util.List;
import shareddb.base.sql.SqlName;
import shareddb.base.sql.SqlStatement;
import shareddb.base.sql.TokenReader;

/** One statement of a file, with the changes to tables that were read from it. */
public record LintedStatement(SqlStatement sql, List<TableChange> changes) {

  public LintedStatement {
    changes = List.copyOf(changes);
  }

  static LintedStatement of(SqlStatement sql) {
    return new LintedStatement(sql, TableChanges.of(sql));
  }

  /** The indexes that DROP INDEX takes away. */
  public List<SqlName> droppedIndexes() {
    TokenReader reader = sql.reader();
    List<SqlName> names = new ArrayList<>();
    if (reader.accept("drop", "index")) {
      reader.accept("concurrently");
      reader.accept("if", "exists");
      do {
        reader.name().ifPresent(names::add);
      } while (reader.accept(","));
    }
    return names;
  }

  TrackTables after(TrackTables before) {
    return before.after(changes).withoutIndexes(droppedIndexes());
  }

  /**
   * The tables right before one of its changes. Postgres drops the constraints of a statement
   * before it does anything else.
   */
  TrackTables before(TableChange change, TrackTables tables) {
    List<TableChange> first =
        new ArrayList<>(
            changes.stream().filter(TableChange.DropConstraint.class::isInstance).toList());
    first.addAll(changes.subList(0, changes.indexOf(change)));
    return tables.after(first);
  }
}
