package shareddb.cli.sql;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Consumer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import shareddb.base.names.SchemaName;
import shareddb.base.sql.SqlStatement;
import shareddb.cli.output.TerminalStyle;

/**
 * The SQL prompt: reads statements of one or more lines from a terminal, keeps a history, and
 * continues after an error.
 */
public final class SqlPrompt {

  private final SqlConsole console;
  private final Consumer<String> complaints;
  private final String name;
  private final String sign;
  private final LineReader reader;

  private SqlPrompt(
      SqlConsole console,
      Consumer<String> complaints,
      String name,
      String sign,
      LineReader reader) {
    this.console = console;
    this.complaints = complaints;
    this.name = name;
    this.sign = sign;
    this.reader = reader;
  }

  /**
   * Runs the prompt until the user quits.
   *
   * @param sign the sign after the schema's name: {@code >}, or {@code #} for the administrator
   * @param history the file with the statements of earlier prompts
   */
  public static void run(
      SqlConsole console, SchemaName schema, String sign, Path history, Consumer<String> complaints)
      throws SQLException, IOException {
    // No native code: with it no command could use the fastest start. No query to the terminal: on
    // a slow connection its answer would become part of a statement.
    keepToOneself(history);
    try (Terminal terminal =
        TerminalBuilder.builder().provider("exec").dumb(true).graphemeCluster(false).build()) {
      run(console, schema, sign, history, complaints, terminal);
    }
  }

  /** Runs the prompt on the given terminal. */
  static void run(
      SqlConsole console,
      SchemaName schema,
      String sign,
      Path history,
      Consumer<String> complaints,
      Terminal terminal)
      throws SQLException {
    SqlParser parser = new SqlParser();
    LineReader reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .parser(parser)
            .completer(new SqlCompletion(console.session(), schema))
            .variable(LineReader.HISTORY_FILE, history)
            .variable(
                LineReader.SECONDARY_PROMPT_PATTERN, "%P  (Ctrl-C gives it up) -" + sign + " ")
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.CASE_INSENSITIVE, true)
            .build();
    terminal.handle(Terminal.Signal.INT, signal -> cancel(console.session(), complaints));
    // The line editor would read a per cent sign as a format.
    String name = TerminalStyle.cell(schema.value()).replace("%", "%%");
    new SqlPrompt(console, complaints, name, sign, reader).loop(parser);
  }

  /** Creates the history file, readable by its owner only, as statements may contain secrets. */
  private static void keepToOneself(Path history) throws IOException {
    Files.createDirectories(Objects.requireNonNull(history.getParent()));
    if (!Files.exists(history)
        && FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          history,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
  }

  private void loop(SqlParser parser) throws SQLException {
    boolean more = true;
    while (more) {
      try {
        parser.use(console.session().quotes());
        String transaction = console.session().transactionSign();
        more = take(reader.readLine(name + transaction + sign + " "));
      } catch (UserInterruptException e) {
        // Ctrl-C at the prompt discards only the text that was typed.
        more = true;
      } catch (EndOfFileException e) {
        more = false;
      }
    }
  }

  private boolean take(String text) throws SQLException {
    for (SqlStatement statement :
        console.read(SqlConsole.withoutBackslash(text).orElse(text)).statements()) {
      try {
        if (!console.run(statement)) {
          return false;
        }
      } catch (SQLException e) {
        complain(statement.text(), e);
        break;
      }
    }
    return true;
  }

  /** Prints the error of a failed statement. If the connection is closed, the prompt ends. */
  private void complain(String statement, SQLException error) throws SQLException {
    if (console.session().connection().isClosed()) {
      throw error;
    }
    complaints.accept(SqlErrorText.about(statement, error));
  }

  private static void cancel(SqlSession session, Consumer<String> complaints) {
    try {
      session.cancel();
    } catch (SQLException e) {
      complaints.accept("could not be cancelled: " + e.getMessage());
    }
  }
}
