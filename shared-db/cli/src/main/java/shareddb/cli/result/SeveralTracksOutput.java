package shareddb.cli.result;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.JsonOption;

/**
 * Prints the results of several tracks: the texts one after the other, or one JSON document that
 * contains all of them.
 */
public record SeveralTracksOutput(JsonOption json, CommandContext context) {

  /** Prints all parts, each as it does alone. */
  public interface Work {
    ExitCode in(CommandContext context) throws SQLException;
  }

  /** Prints the part of one of several targets. */
  public interface Part<T> {
    public ExitCode of(T subject, CommandContext context) throws SQLException;
  }

  public ExitCode of(Work work) throws SQLException {
    if (!json.wanted()) {
      return work.in(context);
    }
    ByteArrayOutputStream documents = new ByteArrayOutputStream();
    ExitCode exit = work.in(keeping(documents));
    List<String> lines = documents.toString(StandardCharsets.UTF_8).lines().toList();
    context.terminal().printJson("{\"tracks\":[" + String.join(",", lines) + "]}");
    return exit;
  }

  public <T> ExitCode each(List<T> subjects, Part<T> part) throws SQLException {
    return of(
        kept -> {
          ExitCode exit = ExitCode.DONE;
          for (T subject : subjects) {
            exit = exit.orWorse(part.of(subject, kept));
          }
          return exit;
        });
  }

  private CommandContext keeping(ByteArrayOutputStream documents) {
    PrintStream out = new PrintStream(documents, true, StandardCharsets.UTF_8);
    return context.with(context.terminal().printingTo(out));
  }
}
