package shareddb.cli;

import java.io.BufferedOutputStream;
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
import shareddb.cli.sql.Console;
import shareddb.cli.sql.Format;
import shareddb.cli.sql.Prompt;
import shareddb.cli.sql.Screen;
import shareddb.cli.sql.Script;
import shareddb.cli.sql.Session;
import shareddb.cli.sql.StatementFailed;

/** {@code ./db sql TRACK ["SELECT …"]}. */
@CommandLine.Command
final class SqlCommand implements Command {

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

  @ArgGroup private final Shape shape = new Shape();

  /** One or the other, or neither. */
  static final class Shape {

    @Option(names = JsonOption.NAME, description = "each result as a JSON array of objects")
    private boolean json;

    @Option(names = "--csv", description = "each result as comma-separated values (RFC 4180)")
    private boolean csv;
  }

  @Override
  public ExitCode run(Surroundings surroundings) throws SQLException {
    Chosen chosen = options.in("sql", surroundings);
    try (Connection connection = new SqlLogin(chosen, admin).connect()) {
      Session session = new Session(connection);
      Thread cancelling = Thread.ofPlatform().unstarted(() -> cancel(session));
      Runtime.getRuntime().addShutdownHook(cancelling);
      try {
        run(session, chosen, surroundings);
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

  private String next(StatementFailed failed, Chosen chosen) {
    boolean forbidden =
        failed.getCause() instanceof SQLException e && NOT_ALLOWED.equals(e.getSQLState());
    return forbidden && !admin
        ? ("as the administrator:  %s --admin\n"
                + "what shall last is a migration:  %s -m \"what it does\"")
            .formatted(chosen.command("sql"), chosen.command("revision"))
        : "mend the statement; what came before it was done";
  }

  private void run(Session session, Chosen chosen, Surroundings surroundings)
      throws SQLException, IOException {
    Terminal terminal = surroundings.terminal();
    boolean prompt = text == null && terminal.canPrompt();
    try (PrintStream out = out(surroundings)) {
      Screen screen =
          new Screen(
              out,
              terminal.isWatched(),
              terminal.isWatched() ? WindowWidth.get() : 0,
              terminal.showsColours(),
              terminal.showsUnicode());
      Console console = new Console(session, chosen.target().schema(), screen, format(screen));
      if (prompt) {
        terminal.note("\\? tells what there is, \\q quits; a statement ends with a semicolon");
        Path history = surroundings.root().resolve("localdev").resolve("sql_history");
        Prompt.run(
            console,
            chosen.target().schema(),
            admin ? "#" : ">",
            history,
            said -> terminal.complain(Terminal.indented(said, 7)));
      } else if (text == null) {
        Script.run(console, surroundings.input());
      } else {
        Script.run(console, console.read(text).statements());
      }
    }
  }

  /** Many rows are written at once, and the last of them before anything else is said. */
  private static PrintStream out(Surroundings surroundings) {
    return new PrintStream(
        new BufferedOutputStream(new Kept(surroundings.terminal().out()), 1 << 16),
        false,
        Terminal.charset(surroundings.environment()));
  }

  /** The process's own stream stays open. */
  private static final class Kept extends java.io.FilterOutputStream {

    Kept(PrintStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  private Format format(Screen screen) {
    if (shape.json) {
      return Format.json(screen);
    }
    return shape.csv ? Format.csv(screen) : Format.table(screen);
  }

  private static void cancel(Session session) {
    try {
      session.cancel();
    } catch (SQLException e) {
      // The process ends: the server will find out by itself.
      return;
    }
  }
}
