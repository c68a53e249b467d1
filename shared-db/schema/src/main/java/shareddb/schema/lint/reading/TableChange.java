package shareddb.schema.lint.reading;

import java.util.List;
import java.util.Optional;
import shareddb.base.sql.SqlName;
import shareddb.base.sql.Token;

/** A change to a table, with the details that the rules need. */
public sealed interface TableChange {

  /** The table that changes. */
  SqlName table();

  /** The line of the change in its file. */
  int line();

  record CreateTable(SqlName table, List<ColumnDefinition> columns) implements TableChange {
    @Override
    public int line() {
      return table.line();
    }
  }

  record DropTable(SqlName table) implements TableChange {
    @Override
    public int line() {
      return table.line();
    }
  }

  record RenameTable(SqlName table, Token to) implements TableChange {
    @Override
    public int line() {
      return to.line();
    }
  }

  record AddColumn(SqlName table, ColumnDefinition column) implements TableChange {
    @Override
    public int line() {
      return column.token().line();
    }
  }

  record DropColumn(SqlName table, Token column) implements TableChange {
    @Override
    public int line() {
      return column.line();
    }
  }

  record RenameColumn(SqlName table, Token column, Token to) implements TableChange {
    @Override
    public int line() {
      return column.line();
    }
  }

  /**
   * A new type for a column.
   *
   * @param to the column with its new type, and USING if the clause has it
   */
  record ChangeType(SqlName table, ColumnDefinition to) implements TableChange {
    @Override
    public int line() {
      return to.token().line();
    }
  }

  record SetNotNull(SqlName table, Token column) implements TableChange {
    @Override
    public int line() {
      return column.line();
    }
  }

  /**
   * A new constraint of the table.
   *
   * @param definition the tokens after its name: from CHECK, FOREIGN and so on
   */
  record AddConstraint(SqlName table, Optional<Token> name, List<Token> definition)
      implements TableChange {
    @Override
    public int line() {
      return definition.getFirst().line();
    }
  }

  record ValidateConstraint(SqlName table, Token name) implements TableChange {
    @Override
    public int line() {
      return name.line();
    }
  }

  /**
   * A new index.
   *
   * @param name the name; if there is none, Postgres gives one
   */
  record CreateIndex(SqlName table, Optional<Token> name, boolean concurrently, Token at)
      implements TableChange {
    @Override
    public int line() {
      return at.line();
    }
  }
}
