package shareddb.schema.lint.reading;

import java.util.Optional;
import shareddb.base.sql.SqlName;
import shareddb.base.sql.SqlStatement;
import shareddb.base.sql.TokenReader;

/** Finds the table into which a statement writes rows that it reads from a table. */
public final class RowWriting {

  private RowWriting() {}

  /** The table of UPDATE, DELETE, MERGE, or INSERT with a query; empty for INSERT with VALUES. */
  public static Optional<SqlName> table(SqlStatement statement) {
    TokenReader reader = statement.reader();
    while (!reader.atEnd()) {
      if (reader.comes("(")) {
        reader.group();
      } else if (reader.accept("update")
          || reader.accept("delete", "from")
          || reader.accept("merge", "into")
          || (statement.contains("from") && reader.accept("insert", "into"))) {
        reader.accept("only");
        return reader.name();
      } else if (isWith(reader, statement)) {
        reader.next();
      } else {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Whether the reader is in the WITH before a statement. */
  private static boolean isWith(TokenReader reader, SqlStatement statement) {
    return statement.reader().comes("with") && !reader.comes("select");
  }
}
