package shareddb.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import shareddb.migrate.Holder;
import shareddb.migrate.Reset;
import shareddb.migrate.ResetResult;
import shareddb.migrate.StatementError;
import shareddb.migrate.UpgradeResult;

/** {@code ./db reset TRACK}. */
@CommandLine.Command
final class ResetCommand implements Command {

  @Mixin private final TargetOptions options = new TargetOptions();

  @Mixin private final JsonOption json = new JsonOption();

  @Option(
      names = {"-y", "--yes"},
      description = "do not ask")
  private boolean yes;

  @Override
  public ExitCode run(Surroundings surroundings) throws SQLException {
    Chosen chosen = options.in(surroundings);
    if (!yes && !confirmed(chosen, surroundings)) {
      return refused(surroundings.terminal());
    }
    return switch (Reset.run(chosen.track(), chosen.target())) {
      case ResetResult.Remade(boolean existed, UpgradeResult upgrade) -> {
        Moved moved = UpgradeCommand.moved(upgrade, chosen, surroundings);
        yield tell(existed, moved, chosen, surroundings.terminal());
      }
      case ResetResult.Busy(Holder holder) -> throw DowngradeCommand.busy(holder, chosen, "reset");
      case ResetResult.NotDropped(StatementError error) ->
          throw new CommandFailure(
              ExitCode.FAILED,
              chosen.schema() + " could not be dropped; nothing was changed\n" + Steps.said(error),
              error.sqlState().equals("55P03")
                  ? "end the session that uses it, then  " + chosen.command("reset")
                  : chosen.command("history"));
    };
  }

  private ExitCode refused(Terminal terminal) {
    if (json.wanted()) {
      throw new CommandFailure(
          ExitCode.FAILED, "the answer was no; nothing was changed", "answer y, or add --yes");
    }
    terminal.note("nothing was changed");
    return ExitCode.FAILED;
  }

  private ExitCode tell(boolean existed, Moved moved, Chosen chosen, Terminal terminal) {
    if (json.wanted()) {
      terminal.print(moved.json(chosen).put("dropped", existed));
    } else {
      terminal.print(chosen.schema() + (existed ? " was dropped" : " was not there"));
      moved.print(chosen, terminal);
    }
    return ExitCode.DONE;
  }

  private static boolean confirmed(Chosen chosen, Surroundings surroundings) {
    Terminal terminal = surroundings.terminal();
    if (!terminal.canAsk()) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "reset drops " + chosen.target() + " with all rows in it, and nobody is here to be asked",
          chosen.command("reset") + " --yes");
    }
    terminal.ask("Drop " + chosen.target() + " with all rows in it? [y/N]");
    try {
      String answer = surroundings.input().readLine();
      return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the answer", e);
    }
  }
}
