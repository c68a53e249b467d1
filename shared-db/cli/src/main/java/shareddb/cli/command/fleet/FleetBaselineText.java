package shareddb.cli.command.fleet;

import java.util.List;
import java.util.stream.Collectors;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.JsonOption;
import shareddb.cli.output.CountText;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.Terminal;
import shareddb.cli.output.TimeText;
import shareddb.cli.result.DriftText;
import shareddb.cli.result.LostTenantsText;
import shareddb.cli.result.UnreachableTenantsText;
import shareddb.cli.selection.TenantFleet;
import shareddb.migrate.UpgradeResult;
import shareddb.schema.drift.VersionMatch;
import shareddb.tenants.fleet.FleetBaselineResult;
import shareddb.tenants.fleet.survey.FleetShapes;
import shareddb.tenants.fleet.survey.FleetShapes.Shape;
import shareddb.tenants.fleet.targets.FleetTarget;

/** The text and the JSON of taking over the schemas of tenants. */
record FleetBaselineText(
    TenantFleet fleet, FleetShapes shapes, JsonOption json, Terminal terminal) {

  private static final int NAMED = 3;

  ExitCode dryRun() {
    json.tell(
        terminal,
        () -> document().put("recorded", 0),
        () -> {
          printShapes();
          terminal.print(
              CountText.of(versions(), "tenant") + " would get a history; nothing was changed");
          advise();
        });
    return shapes.areAllVersions() ? ExitCode.DONE : ExitCode.DIFFERS;
  }

  ExitCode done(FleetBaselineResult.Done done) {
    json.tell(
        terminal,
        () -> document().put("recorded", done.recorded()).put("failed", failed(done)),
        () -> print(done));
    if (!done.failed().isEmpty()) {
      return ExitCode.FAILED;
    }
    return shapes.areAllVersions() ? ExitCode.DONE : ExitCode.DIFFERS;
  }

  private void print(FleetBaselineResult.Done done) {
    printShapes();
    if (done.run() > 0) {
      terminal.print(
          "%s: %s recorded as applied, nothing was run, in %s (run %d)"
              .formatted(
                  fleet.label(),
                  CountText.of(done.recorded(), "tenant"),
                  TimeText.took(done.took()),
                  done.run()));
    }
    if (!done.failed().isEmpty()) {
      String reasons =
          UnreachableTenantsText.of(done.failed()).stream()
              .map(line -> "\n  " + line)
              .collect(Collectors.joining());
      terminal.complain(
          Terminal.indented(CountText.of(done.failed().size(), "tenant") + " failed" + reasons, 7));
    }
    advise();
  }

  private void printShapes() {
    int without = shapes.shapes().stream().mapToInt(shape -> shape.members().size()).sum();
    terminal.print(
        "%s: %s without a history, in %s; %,d with one"
            .formatted(
                fleet.label(),
                CountText.of(without, "tenant"),
                CountText.of(shapes.shapes().size(), "shape"),
                shapes.withHistory()));
    shapes.shapes().forEach(this::print);
    if (!shapes.missing().isEmpty()) {
      terminal.print("  %s: no schema yet".formatted(named(shapes.missing())));
    }
    UnreachableTenantsText.of(shapes.unseen()).forEach(line -> terminal.print("  " + line));
    lost().lines().forEach(line -> terminal.print("  " + line));
  }

  private void print(Shape shape) {
    String members = "  " + named(shape.members()) + ": ";
    switch (shape.match()) {
      case VersionMatch.Is is ->
          terminal.print(
              members
                  + "what the track makes at %s, %s compared"
                      .formatted(is.version(), CountText.of(is.objects(), "object")));
      case VersionMatch.Nearest nearest -> {
        var differences = nearest.comparison().differences();
        terminal.print(
            members
                + "no version; the nearest is %s, with %s"
                    .formatted(nearest.version(), CountText.of(differences.size(), "difference")));
        DriftText.DRIFT.print(differences, terminal);
      }
      case VersionMatch.Empty ignored -> terminal.print(members + "empty");
      case VersionMatch.NotApplicable(UpgradeResult ignored) ->
          terminal.print(members + "not compared, as the track cannot be applied");
    }
  }

  private LostTenantsText lost() {
    return new LostTenantsText(fleet.registry().module(), shapes.lost());
  }

  private void advise() {
    for (Shape shape : shapes.shapes()) {
      String one = fleet.label() + " --tenant " + shape.members().getFirst();
      switch (shape.match()) {
        case VersionMatch.Is ignored -> {}
        case VersionMatch.Nearest nearest -> {
          terminal.advise(
              ("make each of %s what %s is, by  ./db tenants sql \"…\" --write --admin  or"
                      + "  ./db sql %s --admin,  then  %s")
                  .formatted(
                      named(shape.members()), nearest.version(), one, fleet.command("baseline")));
          return;
        }
        case VersionMatch.Empty ignored -> {
          terminal.advise("./db upgrade " + one + "     makes what the schema should have");
          return;
        }
        case VersionMatch.NotApplicable ignored -> {
          terminal.advise("./db upgrade " + one + "     says what is wrong with the track");
          return;
        }
      }
    }
    if (!lost().isEmpty()) {
      terminal.advise(lost().next());
    } else if (versions() > 0) {
      terminal.advise(fleet.command("upgrade") + " --dry-run     shows what is pending");
    }
  }

  private int versions() {
    return shapes.shapes().stream()
        .filter(shape -> shape.match() instanceof VersionMatch.Is)
        .mapToInt(shape -> shape.members().size())
        .sum();
  }

  private static String named(List<FleetTarget> members) {
    String first =
        members.stream().limit(NAMED).map(FleetTarget::label).collect(Collectors.joining(", "));
    return "%,d (%s)".formatted(members.size(), first + (members.size() > NAMED ? ", ..." : ""));
  }

  private JsonObject document() {
    return fleet
        .json()
        .put("with_history", shapes.withHistory())
        .put("shapes", shapes.shapes().stream().map(FleetBaselineText::json).toList())
        .putTexts("missing", shapes.missing().stream().map(FleetTarget::label).toList())
        .putTexts("not_seen", shapes.unseen().keySet().stream().map(FleetTarget::label).toList())
        .putTexts("lost", shapes.lost().keySet().stream().map(FleetTarget::label).toList());
  }

  private static JsonObject json(Shape shape) {
    JsonObject document =
        new JsonObject()
            .putTexts("tenants", shape.members().stream().map(FleetTarget::label).toList());
    return switch (shape.match()) {
      case VersionMatch.Is is -> document.put("is", true).put("version", is.version().toString());
      case VersionMatch.Nearest nearest ->
          document
              .put("is", false)
              .put("version", nearest.version().toString())
              .put("differences", DriftText.DRIFT.json(nearest.comparison().differences()));
      case VersionMatch.Empty ignored -> document.put("is", false).putNull("version");
      case VersionMatch.NotApplicable ignored -> document.put("is", false).putNull("version");
    };
  }

  private static List<JsonObject> failed(FleetBaselineResult.Done done) {
    return done.failed().entrySet().stream()
        .map(
            entry ->
                new JsonObject()
                    .put("tenant", entry.getKey().label())
                    .put("reason", entry.getValue()))
        .toList();
  }
}
