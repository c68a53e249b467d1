package shareddb.cli.command.relocate;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.JsonOption;
import shareddb.cli.output.CountText;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.Terminal;
import shareddb.cli.output.TextTable;
import shareddb.cli.output.TimeText;
import shareddb.cli.result.TenantKeyFile;
import shareddb.cli.result.TenantText;
import shareddb.tenants.registry.TenantKey;
import shareddb.tenants.relocate.Leftover;
import shareddb.tenants.relocate.RelocationPlan;
import shareddb.tenants.relocate.RelocationResult;
import shareddb.tenants.relocate.TableLoad;
import shareddb.tenants.relocate.copy.EqualTable;
import shareddb.tenants.relocate.place.ProjectPlace;
import shareddb.tenants.relocate.place.RelocationPlace;
import shareddb.tenants.relocate.place.TenantPlace;

/** The text and the JSON of a relocation. */
record RelocationText(
    RelocationPlaces places, RelocationOptions options, JsonOption json, Terminal terminal) {

  ExitCode plan(RelocationPlan plan) {
    if (json.wanted()) {
      terminal.print(
          named(plan.from(), plan.to())
              .put("dry_run", true)
              .put("rows", plan.rows())
              .put("bytes", plan.bytes())
              .put("tables", plan.loads().stream().map(RelocationText::json).toList())
              .putTexts("obstacles", plan.obstacles()));
      return plan.obstacles().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }
    if (!plan.obstacles().isEmpty()) {
      throw refused(new RelocationPlaces.Pair(plan.from(), plan.to()), plan.obstacles());
    }
    terminal.print(plan.from().label() + " would be " + plan.to().label() + ":");
    TextTable table = new TextTable();
    for (TableLoad load : plan.loads()) {
      table.row(
          "  " + load.table(), CountText.of(load.rows(), "row"), CountText.bytes(load.bytes()));
    }
    terminal.print(table);
    terminal.print(
        "%s, %s; made first: %s; nothing was changed"
            .formatted(
                CountText.of(plan.rows(), "row"),
                CountText.bytes(plan.bytes()),
                plan.to().where() + (plan.to() instanceof TenantPlace ? " and its role" : "")));
    return ExitCode.DONE;
  }

  ExitCode moved(
      RelocationPlaces.Pair pair, RelocationResult result, Optional<TenantKeyFile> keys) {
    return switch (result) {
      case RelocationResult.Moved moved -> {
        moved.key().ifPresent(key -> keys.ifPresent(file -> keep(pair, key, file)));
        yield moved(pair, moved, keys.isEmpty());
      }
      case RelocationResult.ThereAlready there -> thereAlready(pair);
      case RelocationResult.Refused(List<String> problems) -> throw refused(pair, problems);
      case RelocationResult.StillKept kept -> throw stillKept(pair);
      case RelocationResult.InTheWay(String who) ->
          throw CommandFailure.failed(
              pair.from().label() + " has not moved: " + who, again(pair).same());
      case RelocationResult.Unknown(String why) ->
          throw CommandFailure.failed(
              "it is not known whether "
                  + pair.from().label()
                  + " has moved to "
                  + pair.to().label()
                  + ": the connection was lost before the server had answered, and the server could"
                  + " not be asked again: "
                  + why,
              again(pair).same() + "     says so where it has moved, and goes on where it has not");
      case RelocationResult.TakenBack(String why, Optional<String> left) ->
          throw CommandFailure.failed(
              pair.from().label()
                  + " has not moved, and is served as before: "
                  + why
                  + left.map(l -> "\nwhat has come is still in " + pair.to().where() + ": " + l)
                      .orElse(""),
              left.isEmpty() ? again(pair).same() : again(pair).goOnOrAbort());
    };
  }

  /** Writes the new key to the file. If that fails, the message says that the key is lost. */
  private void keep(RelocationPlaces.Pair pair, TenantKey key, TenantKeyFile file) {
    try {
      file.write(Map.of(again(pair).name(), key));
    } catch (UncheckedIOException e) {
      throw CommandFailure.failed(
          "%s is %s now, and its key was never shown: %s: %s"
              .formatted(
                  pair.from().label(),
                  pair.to().label(),
                  e.getMessage(),
                  Objects.requireNonNull(e.getCause()).getMessage()),
          "./db tenants rotate-key " + again(pair).name() + "     makes another one");
    }
  }

  /** Prints how to continue after Ctrl-C or a signal has stopped the command. */
  void stopped(RelocationPlaces.Pair pair) {
    terminal.complain(
        "stopped; unless %s serves it already, %s does as before"
            .formatted(pair.to().label(), pair.from().label()));
    terminal.advise(again(pair).goOnOrAbort());
  }

  private ExitCode moved(
      RelocationPlaces.Pair pair, RelocationResult.Moved moved, boolean showKey) {
    long rows = moved.tables().stream().mapToLong(EqualTable::rows).sum();
    if (json.wanted()) {
      terminal.print(
          named(pair.from(), pair.to())
              .put("moved", true)
              .put("rows", rows)
              .put("tables", moved.tables().stream().map(RelocationText::json).toList())
              .put("passes", moved.passes())
              .put("fence_ms", moved.fence().toMillis())
              .put("duration_ms", moved.took().toMillis())
              .put("key", moved.key().filter(k -> showKey).map(TenantKey::value)));
      return ExitCode.DONE;
    }
    terminal.print(
        "%s %s is %s now: %s of %s, in %s"
            .formatted(
                terminal.tick(),
                pair.from().label(),
                pair.to().label(),
                CountText.of(rows, "row"),
                CountText.of(moved.tables().size(), "table"),
                TimeText.took(moved.took())));
    terminal.print(
        "  rows and checksums are the same on both sides; writes were blocked for "
            + TimeText.took(moved.fence()));
    moved
        .key()
        .filter(key -> showKey)
        .ifPresent(key -> TenantText.print(key, again(pair).name(), terminal));
    terminal.advise(again(pair).finish() + "     takes away what it left");
    return ExitCode.DONE;
  }

  private ExitCode thereAlready(RelocationPlaces.Pair pair) {
    return json.tell(
        terminal,
        () -> named(pair.from(), pair.to()).put("moved", false),
        () -> {
          terminal.print(pair.from().label() + " is " + pair.to().label() + " already");
          if (pair.from() instanceof ProjectPlace) {
            terminal.note(
                "a key is shown once, by the command that sees the end of the relocation; where"
                    + " none was shown:  ./db tenants rotate-key "
                    + again(pair).name());
          }
        });
  }

  ExitCode aborted(RelocationPlaces.Pair pair, Leftover.Result result) {
    return left(
        pair,
        result,
        pair.to(),
        "aborted",
        "what had come is gone; " + pair.from().label() + " is served as before");
  }

  ExitCode finished(RelocationPlaces.Pair pair, Leftover.Result result) {
    return left(
        pair,
        result,
        pair.from(),
        "finished",
        "what was left of " + pair.from().label() + " is gone");
  }

  private ExitCode left(
      RelocationPlaces.Pair pair,
      Leftover.Result result,
      RelocationPlace place,
      String word,
      String said) {
    return switch (result) {
      case Leftover.Result.Gone() -> {
        json.tell(
            terminal,
            () -> named(pair.from(), pair.to()).put(word, true),
            () -> terminal.print(terminal.tick() + " " + said));
        yield ExitCode.DONE;
      }
      case Leftover.Result.NothingThere(String status) ->
          throw CommandFailure.failed(
              "%s is %s: no move has left anything of it; nothing was changed"
                  .formatted(place.label(), status.isEmpty() ? "not there" : status),
              "./db move --help");
      case Leftover.Result.InTheWay(String who) ->
          throw CommandFailure.failed(
              place.label() + " is not gone: " + who, "the same again goes on");
    };
  }

  private CommandFailure refused(RelocationPlaces.Pair pair, List<String> problems) {
    return CommandFailure.failed(
        "%s cannot move: %s\nnothing was changed"
            .formatted(pair.from().label(), String.join("\n", problems)),
        "mend that, then  " + again(pair).same());
  }

  private CommandFailure stillKept(RelocationPlaces.Pair pair) {
    return CommandFailure.failed(
        "%s cannot move: it was %s before, and what it left there is still kept\nnothing was changed"
            .formatted(pair.from().label(), pair.to().label()),
        again(pair).finishThere() + "     takes that away");
  }

  private RelocationNextCommand again(RelocationPlaces.Pair pair) {
    return new RelocationNextCommand(options, pair);
  }

  private static JsonObject named(RelocationPlace from, RelocationPlace to) {
    return new JsonObject().put("from", from.label()).put("to", to.label());
  }

  private static JsonObject json(TableLoad load) {
    return new JsonObject()
        .put("table", load.table())
        .put("rows", load.rows())
        .put("bytes", load.bytes());
  }

  private static JsonObject json(EqualTable table) {
    return new JsonObject()
        .put("table", table.table())
        .put("rows", table.rows())
        .put("checksum", table.checksum());
  }
}
