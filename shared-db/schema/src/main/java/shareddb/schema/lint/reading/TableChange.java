package shareddb.schema.lint.reading;

import java.util.List;
import java.util.Optional;
import shareddb.base.sql.SqlName;
import shareddb.base.sql.Token;

/** What a statement does to a table, as far as a rule has to know. */
public sealed interface TableChange {

  /** The table it is about. */
  SqlName table();

  /** Where it is written. */
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
   * Another type for a column.
   *
   * @param to the column as it is to be: the new type, and USING where it is said
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
   * A constraint of the table.
   *
   * @param definition what follows its name: from CHECK, FOREIGN and so on
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
   * An index.
   *
   * @param name it may have none: Postgres makes one up
   */
  record CreateIndex(SqlName table, Optional<Token> name, boolean concurrently, Token at)
      implements TableChange {
    @Override
    public int line() {
      return at.line();
    }
  }
}
