package shareddb.cli.command.rows;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.output.Terminal;
import shareddb.cli.selection.TargetOptions;
import shareddb.cli.sql.PipedScript;
import shareddb.cli.sql.ResultFormatOption;
import shareddb.cli.sql.ResultScreen;
import shareddb.cli.sql.ResultStream;
import shareddb.cli.sql.SqlConsole;
import shareddb.cli.sql.SqlPrompt;
import shareddb.cli.sql.SqlSession;
import shareddb.cli.sql.StatementFailed;

/** The command {@code ./db sql TRACK ["SELECT …"]}. */
@CommandLine.Command
public final class SqlCommand implements Command {

  private static final String NOT_ALLOWED = "42501";

  @Mixin private final TargetOptions options = new TargetOptions();

  @Parameters(
      index = "1",
      paramLabel = "SQL",
      arity = "0..1",
      description = "what to run (else: a prompt, or what is piped into the tool)")
  private @Nullable String text;

  @Option(
      names = "--admin",
      description = "as the administrator (else as the module's own role, which may do less)")
  private boolean admin;

  @ArgGroup private final ResultFormatOption shape = new ResultFormatOption();

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    SelectedTarget chosen = options.in("sql", context);
    try (Connection connection = new SqlLogin(chosen, admin).connect()) {
      SqlSession session = new SqlSession(connection);
      Thread cancelling = Thread.ofPlatform().unstarted(() -> cancel(session));
      Runtime.getRuntime().addShutdownHook(cancelling);
      try {
        run(session, chosen, context);
      } catch (StatementFailed e) {
        throw CommandFailure.failed(String.valueOf(e.getMessage()), next(e, chosen));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read what is to be run", e);
      } finally {
        Runtime.getRuntime().removeShutdownHook(cancelling);
      }
    }
    return ExitCode.DONE;
  }

  private String next(StatementFailed failed, SelectedTarget chosen) {
    boolean forbidden =
        failed.getCause() instanceof SQLException e && NOT_ALLOWED.equals(e.getSQLState());
    return forbidden && !admin
        ? ("as the administrator:  %s --admin\n"
                + "what shall last is a migration:  %s -m \"what it does\"")
            .formatted(chosen.command("sql"), chosen.command("revision"))
        : "mend the statement; what came before it was done";
  }

  private void run(SqlSession session, SelectedTarget chosen, CommandContext context)
      throws SQLException, IOException {
    Terminal terminal = context.terminal();
    boolean prompt = text == null && terminal.canPrompt();
    try (PrintStream out = ResultStream.of(context)) {
      ResultScreen screen = ResultScreen.of(out, terminal);
      SqlConsole console =
          new SqlConsole(session, chosen.target().schema(), screen, shape.format(screen));
      if (prompt) {
        terminal.note("\\? tells what there is, \\q quits; a statement ends with a semicolon");
        Path history = context.root().resolve("localdev").resolve("sql_history");
        SqlPrompt.run(
            console,
            chosen.target().schema(),
            admin ? "#" : ">",
            history,
            said -> terminal.complain(Terminal.indented(said, 7)));
      } else if (text == null) {
        PipedScript.run(console, context.input());
      } else {
        PipedScript.run(console, console.read(text).statements());
      }
    }
  }

  private static void cancel(SqlSession session) {
    try {
      session.cancel();
    } catch (SQLException e) {
      // The process is ending: the server notices the lost connection itself.
      return;
    }
  }
}
