package shareddb.cli.command.relocate;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.command.InterruptNotice;
import shareddb.cli.option.JsonOption;
import shareddb.cli.option.WaitOption;
import shareddb.cli.output.ProgressLine;
import shareddb.cli.result.TenantKeyFile;
import shareddb.tenants.relocate.Leftover;
import shareddb.tenants.relocate.Relocation;
import shareddb.tenants.relocate.RelocationPlan;
import shareddb.tenants.relocate.RelocationResult;

/** The command {@code ./db move --from MODULE --to MODULE}. */
@CommandLine.Command
public final class MoveCommand implements Command {

  @Mixin private final RelocationOptions options = new RelocationOptions();

  @Option(
      names = "--dry-run",
      paramLabel = "print",
      description = "say what would move, and what has no place there")
  private @Nullable String dryRun;

  @Option(names = "--abort", description = "take away what has come, where a move was stopped")
  private boolean abort;

  @Option(names = "--finish", description = "take away for good what a move has left")
  private boolean finish;

  @Mixin private final WaitOption wait = new WaitOption();

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    if (Stream.of(dryRun != null, abort, finish).filter(wanted -> wanted).count() > 1) {
      throw CommandFailure.usage(
          "--dry-run, --abort and --finish do not go together; nothing was changed",
          "./db move --help");
    }
    boolean reserving = !(dryRun != null || abort || finish);
    RelocationPlaces places = RelocationPlaces.of(options, context, reserving);
    RelocationText lines = new RelocationText(places, options, json, context.terminal());
    Optional<TenantKeyFile> keys = options.keys().filter(file -> reserving).map(TenantKeyFile::at);
    ExitCode exit = ExitCode.DONE;
    for (RelocationPlaces.Pair pair : places.pairs()) {
      ExitCode one = one(pair, lines, keys, context);
      exit = one == ExitCode.DONE ? exit : one;
    }
    return exit;
  }

  private ExitCode one(
      RelocationPlaces.Pair pair,
      RelocationText lines,
      Optional<TenantKeyFile> keys,
      CommandContext context)
      throws SQLException {
    if (abort) {
      return lines.aborted(pair, new Leftover(pair.to(), wait.patience()).abort());
    }
    if (finish) {
      return lines.finished(pair, new Leftover(pair.from(), wait.patience()).finish());
    }
    new RelocationOptionCheck(lines.places()).refuseElsewhere(pair.to());
    DerivedTenantName.note(pair, options).ifPresent(context.terminal()::note);
    if (dryRun != null) {
      return lines.plan(RelocationPlan.of(pair.from(), pair.to()));
    }
    return lines.moved(
        pair, InterruptNotice.saying(() -> lines.stopped(pair), () -> moved(pair, context)), keys);
  }

  private RelocationResult moved(RelocationPlaces.Pair pair, CommandContext context)
      throws SQLException {
    return ProgressLine.during(
        "moving " + pair.from().label(),
        context.terminal(),
        progress ->
            new Relocation(
                    pair.from(),
                    pair.to(),
                    context.settings().admin(),
                    wait.patience(),
                    new RelocationProgress(progress))
                .run());
  }
}
