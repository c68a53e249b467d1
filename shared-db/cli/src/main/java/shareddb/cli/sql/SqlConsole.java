package shareddb.cli.sql;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import shareddb.base.names.SchemaName;
import shareddb.base.sql.SqlScript;
import shareddb.base.sql.SqlStatement;
import shareddb.base.sql.StatementKind;

/** Runs the statements and the backslash commands of a prompt or of a piped script. */
public final class SqlConsole {

  private static final String HELP =
      """
      \\d [TABLE]   what is in the schema, or a table's columns, constraints and indexes
      \\dt          tables
      \\di          indexes
      \\dn          schemas
      \\x           a line for each column, on or off
      \\timing      how long each statement took, on or off
      \\q           quit (or quit, exit, Ctrl-D)
      \\?           this (or help)
      A statement ends with a semicolon. Ctrl-C cancels the one that runs, and gives up one that is
      not finished; Ctrl-L clears the screen.\
      """;

  private final SqlSession session;
  private final ResultScreen screen;
  private final ResultFormat usual;
  private final DescribeCommands describe;
  private boolean expanded;
  private boolean timing;

  public SqlConsole(
      SqlSession session, SchemaName schema, ResultScreen screen, ResultFormat usual) {
    this.session = session;
    this.screen = screen;
    this.usual = usual;
    this.describe = new DescribeCommands(session, schema);
  }

  /** Returns whether the line is a backslash command, and not the start of a statement. */
  public static boolean isCommand(String line) {
    return line.stripLeading().startsWith("\\");
  }

  /**
   * Returns the backslash command for a word alone that other prompts accept, such as {@code quit}.
   */
  static Optional<String> withoutBackslash(String text) {
    return switch (text.strip().replaceFirst(";$", "").toLowerCase(Locale.ROOT)) {
      case "exit", "quit" -> Optional.of("\\q");
      case "help" -> Optional.of("\\?");
      default -> Optional.empty();
    };
  }

  /** Parses a text by the session's current settings. */
  public SqlScript read(String text) throws SQLException {
    return SqlScript.of(text, session.quotes());
  }

  /** Runs a statement or a command. Returns false if it is the command to quit. */
  boolean run(SqlStatement statement) throws SQLException {
    if (statement.kind() == StatementKind.PSQL_COMMAND) {
      return command(statement.text());
    }
    statement(statement);
    return true;
  }

  private void statement(SqlStatement statement) throws SQLException {
    long start = System.nanoTime();
    try {
      session.run(statement, format());
    } finally {
      screen.flush();
    }
    if (timing) {
      double took = (System.nanoTime() - start) / 1e6;
      screen.line(screen.faint(String.format(Locale.ROOT, "took %.1f ms", took)));
    }
  }

  private boolean command(String line) throws SQLException {
    try {
      return obey(line);
    } finally {
      screen.flush();
    }
  }

  private boolean obey(String line) throws SQLException {
    List<String> words = List.of(line.strip().replaceFirst(";$", "").split("\\s+", 2));
    switch (words.getFirst()) {
      case "\\q" -> {
        return false;
      }
      case "\\d" -> describe(words.size() > 1 ? words.get(1) : "");
      case "\\dt" -> describe.tables(format());
      case "\\di" -> describe.indexes(format());
      case "\\dn" -> describe.schemas(format());
      case "\\x" -> {
        expanded = !expanded;
        screen.line("a line for each column: " + (expanded ? "on" : "off"));
      }
      case "\\timing" -> {
        timing = !timing;
        screen.line("timing: " + (timing ? "on" : "off"));
      }
      case "\\?" -> screen.line(HELP);
      default -> screen.line("there is no " + words.getFirst() + "; \\? tells what there is");
    }
    return true;
  }

  SqlSession session() {
    return session;
  }

  private void describe(String table) throws SQLException {
    if (table.isEmpty()) {
      describe.relations(format());
    } else if (describe.has(name(table))) {
      describe.table(name(table), format());
    } else {
      screen.line("there is no table " + table + "; \\d tells what there is");
    }
  }

  /** Reads a name as Postgres does: folded to lower case unless it is quoted. */
  private static String name(String typed) {
    return typed.length() > 1 && typed.startsWith("\"") && typed.endsWith("\"")
        ? typed.substring(1, typed.length() - 1).replace("\"\"", "\"")
        : typed.toLowerCase(Locale.ROOT);
  }

  private ResultFormat format() {
    return expanded ? ResultFormat.expanded(screen) : usual;
  }
}
