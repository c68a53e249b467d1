package shareddb.cli.command.classroom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.learn.classroom.ClassBoard;
import shareddb.learn.classroom.ClassDatabase;
import shareddb.learn.classroom.ClassGrid;
import shareddb.learn.exercise.Exercises;

/** The command {@code ./db class board}. It serves until it is stopped. */
@CommandLine.Command
public final class ClassBoardCommand implements Command {

  private static final int MOST = 65_535;

  @Option(
      names = {"-p", "--port"},
      paramLabel = "PORT",
      description = "the page's port on this machine (else 8090)")
  private int port = 8090;

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    if (port < 0 || port > MOST) {
      throw CommandFailure.usage(port + " is not a port: 1 to " + MOST, "./db class board");
    }
    ClassDatabase database = ClassOption.in(context);
    ClassBoard.GridReader grid = () -> ClassGrid.read(database, Exercises.ids(context.workshop()));
    grid.read();
    try (ClassBoard board = ClassBoard.start(port, grid)) {
      context
          .terminal()
          .print("%s %s     Ctrl-C ends it".formatted(context.terminal().tick(), board.url()));
      new CountDownLatch(1).await();
      return ExitCode.DONE;
    } catch (BindException e) {
      throw CommandFailure.failed(
          "port " + port + " is taken by another program",
          "./db class board --port " + (port < MOST ? port + 1 : port - 1));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot serve the page", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.DONE;
    }
  }
}
