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

  record CreateTable(
      SqlName table,
      List<ColumnDefinition> columns,
      List<TableConstraint> constraints,
      boolean isTemporary)
      implements TableChange {
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
    /** The constraints in the column's definition. */
    public List<TableConstraint> constraints() {
      return TableConstraint.inline(table, column);
    }

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

  record AddConstraint(SqlName table, TableConstraint constraint) implements TableChange {
    @Override
    public int line() {
      return constraint.line();
    }
  }

  record DropConstraint(SqlName table, Token name) implements TableChange {
    @Override
    public int line() {
      return name.line();
    }
  }

  record DetachPartition(SqlName table, SqlName partition, boolean concurrently)
      implements TableChange {
    @Override
    public int line() {
      return partition.line();
    }
  }

  /** A clause of ALTER TABLE without a record of its own, which blocks readers and writers. */
  record OtherAlter(SqlName table, Token at) implements TableChange {
    @Override
    public int line() {
      return at.line();
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
   * @param columns its columns; none if it has expressions or a part of the rows
   */
  record CreateIndex(
      SqlName table, Optional<Token> name, boolean concurrently, Token at, List<String> columns)
      implements TableChange {
    @Override
    public int line() {
      return at.line();
    }
  }

  /** The constraints that are new with this change. */
  default List<TableConstraint> added() {
    return switch (this) {
      case AddConstraint add -> List.of(add.constraint());
      case AddColumn add -> add.constraints();
      case CreateTable create -> create.constraints();
      case DropTable other -> List.of();
      case RenameTable other -> List.of();
      case DropColumn other -> List.of();
      case RenameColumn other -> List.of();
      case ChangeType other -> List.of();
      case SetNotNull other -> List.of();
      case DropConstraint other -> List.of();
      case ValidateConstraint other -> List.of();
      case DetachPartition other -> List.of();
      case OtherAlter other -> List.of();
      case CreateIndex other -> List.of();
    };
  }
}
