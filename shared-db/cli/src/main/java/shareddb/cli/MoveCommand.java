package shareddb.cli;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import shareddb.move.Leftover;
import shareddb.move.Move;
import shareddb.move.MovePlan;
import shareddb.move.MoveResult;

/** {@code ./db move --from MODULE --to MODULE}. */
@CommandLine.Command
final class MoveCommand implements Command {

  @Mixin private final MoveOptions options = new MoveOptions();

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
  public ExitCode run(Surroundings surroundings) throws SQLException {
    if (Stream.of(dryRun != null, abort, finish).filter(wanted -> wanted).count() > 1) {
      throw CommandFailure.usage(
          "--dry-run, --abort and --finish do not go together; nothing was changed",
          "./db move --help");
    }
    boolean reserving = !(dryRun != null || abort || finish);
    MovePlaces places = MovePlaces.of(options, surroundings, reserving);
    MoveLines lines = new MoveLines(places, options, json, surroundings.terminal());
    Optional<KeyFile> keys = options.keys().filter(file -> reserving).map(KeyFile::at);
    ExitCode exit = ExitCode.DONE;
    for (MovePlaces.Pair pair : places.pairs()) {
      ExitCode one = one(pair, lines, keys, surroundings);
      exit = one == ExitCode.DONE ? exit : one;
    }
    return exit;
  }

  private ExitCode one(
      MovePlaces.Pair pair, MoveLines lines, Optional<KeyFile> keys, Surroundings surroundings)
      throws SQLException {
    if (abort) {
      return lines.aborted(pair, new Leftover(pair.to(), wait.patience()).abort());
    }
    if (finish) {
      return lines.finished(pair, new Leftover(pair.from(), wait.patience()).finish());
    }
    new MoveContradictions(lines.places()).refuseElsewhere(pair.to());
    if (dryRun != null) {
      return lines.plan(MovePlan.of(pair.from(), pair.to()));
    }
    return lines.moved(
        pair, Stopped.saying(() -> lines.stopped(pair), () -> moved(pair, surroundings)), keys);
  }

  private MoveResult moved(MovePlaces.Pair pair, Surroundings surroundings) throws SQLException {
    return ProgressLine.during(
        "moving " + pair.from().label(),
        surroundings.terminal(),
        progress ->
            new Move(
                    pair.from(),
                    pair.to(),
                    surroundings.settings().admin(),
                    wait.patience(),
                    new MoveProgress(progress))
                .run());
  }
}
