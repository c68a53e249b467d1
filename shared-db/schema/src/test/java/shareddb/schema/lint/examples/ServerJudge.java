package shareddb.schema.lint.examples;

import java.sql.SQLException;
import shareddb.schema.lint.reading.RuleName;

/** The harm of which a rule warns, as the server shows it. */
enum ServerJudge {
  /** Rows are read or written while other sessions cannot write. */
  BLOCKS_DURING_WORK {
    @Override
    boolean harm(ExampleRun run, LintPage.Section section) throws SQLException {
      return run.effect().blocksDuringWork();
    }
  },

  /** No other session can read or write for a moment. */
  BLOCKS_ALL {
    @Override
    boolean harm(ExampleRun run, LintPage.Section section) throws SQLException {
      return run.effect().isExclusive();
    }
  },

  /** The server refuses it. */
  FAILS {
    @Override
    boolean harm(ExampleRun run, LintPage.Section section) throws SQLException {
      return run.fails();
    }
  },

  /** The server refuses it in a transaction. */
  FAILS_IN_TRANSACTION {
    @Override
    boolean harm(ExampleRun run, LintPage.Section section) throws SQLException {
      return run.failsInTransaction();
    }
  },

  /** It makes something in another schema. */
  LEAVES_THE_SCHEMA {
    @Override
    boolean harm(ExampleRun run, LintPage.Section section) throws SQLException {
      return run.look(ExampleRun::elsewhere).differ();
    }
  },

  /** There are fewer values than before. */
  LOSES_VALUES {
    @Override
    boolean harm(ExampleRun run, LintPage.Section section) throws SQLException {
      ExampleRun.Both<Long> values = run.look(ExampleRun::values);
      return values.after() < values.before();
    }
  },

  /** A statement works before it and not after it, or the other way round. */
  CHANGES_THE_PROBE {
    @Override
    boolean harm(ExampleRun run, LintPage.Section section) throws SQLException {
      String probe = section.probe().orElseThrow();
      return run.look(connection -> ExampleRun.refuses(connection, probe)).differ();
    }
  },

  /** Deleting a row of the other table reads the whole table. */
  READS_ALL_FOR_A_DELETE {
    @Override
    boolean harm(ExampleRun run, LintPage.Section section) throws SQLException {
      return run.look(ExampleRun::deleteReadsAll).after();
    }
  };

  abstract boolean harm(ExampleRun run, LintPage.Section section) throws SQLException;

  static ServerJudge of(RuleName rule) {
    return switch (rule) {
      case SET_NOT_NULL,
          ADD_COLUMN_REWRITES,
          TYPE_CHANGE_REWRITES,
          CREATE_INDEX_LOCKS,
          CONSTRAINT_SCANS,
          CONSTRAINT_INDEX_LOCKS,
          VALIDATE_AT_ONCE,
          MAINTENANCE_LOCKS,
          LOCK_HELD_DURING_WORK,
          BACKFILL_BESIDE_DDL ->
          BLOCKS_DURING_WORK;
      case DROP_INDEX_LOCKS, DETACH_PARTITION_LOCKS -> BLOCKS_ALL;
      case SCRIPT_CANNOT_RUN,
          ADD_REQUIRED_COLUMN,
          HARD_CODED_SCHEMA,
          UNQUOTED_PLACEHOLDER,
          PLACEHOLDER_IN_LITERAL ->
          FAILS;
      case CONCURRENTLY_NOT_ALONE -> FAILS_IN_TRANSACTION;
      case PUBLIC_SCHEMA, UNQUALIFIED_NAME -> LEAVES_THE_SCHEMA;
      case DROPS_ROWS -> LOSES_VALUES;
      case RENAME_BREAKS_CODE, DROPS_CONSTRAINT -> CHANGES_THE_PROBE;
      case FOREIGN_KEY_WITHOUT_INDEX -> READS_ALL_FOR_A_DELETE;
      case LINT_EXCEPTION,
          FILE_NAME,
          MISSING_UNDO,
          VERSION_GAP,
          DROP_IN_USE,
          NEEDS_NEWER_POSTGRES ->
          throw new IllegalArgumentException("no server can judge " + rule);
    };
  }
}
