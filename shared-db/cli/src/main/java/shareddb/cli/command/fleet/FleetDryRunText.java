package shareddb.cli.command.fleet;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shareddb.base.names.TenantName;
import shareddb.base.track.UpgradeScript;
import shareddb.cli.command.ExitCode;
import shareddb.cli.output.CountText;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.Terminal;
import shareddb.cli.output.TimeText;
import shareddb.cli.result.LostTenantsText;
import shareddb.tenants.fleet.FleetDryRunResult;
import shareddb.tenants.fleet.FleetPlan;
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.tenants.fleet.targets.TargetOutcome;

/** The text and the JSON of a dry run for tenants. */
record FleetDryRunText(FleetOperation asked) {

  private static final int NAMED = 3;

  ExitCode print(FleetPlan.Ways plan) throws SQLException {
    Terminal terminal = asked.context().terminal();
    if (asked.json().wanted()) {
      terminal.print(json(plan));
      return exit(plan);
    }
    terminal.print(
        "-- %s: %s of %s would be moved"
            .formatted(
                asked.fleet().label(),
                CountText.of(plan.behind(), "tenant"),
                String.format("%,d", plan.members())));
    plan.ways().forEach(way -> terminal.print("--   " + way(way)));
    for (FleetPlan.Stuck stuck : plan.stuck()) {
      terminal.print("--   " + stuck.member() + " cannot be moved: " + stuck.reason());
    }
    terminal.print("-- what  " + asked.again() + "  would run; nothing was changed");
    for (FleetPlan.Way way : plan.ways()) {
      terminal.print("");
      terminal.print("-- " + way.from() + " to " + way.to() + ", as " + first(way) + " gets it");
      script(way).lines().forEach(terminal::print);
    }
    if (!lost(plan).isEmpty()) {
      terminal.advise(lost(plan).next());
    }
    return exit(plan);
  }

  private LostTenantsText lost(FleetPlan.Ways plan) {
    return new LostTenantsText(asked.fleet().registry().module(), plan.lost());
  }

  private ExitCode exit(FleetPlan.Ways plan) {
    return plan.lost().isEmpty() ? ExitCode.DONE : ExitCode.DIFFERS;
  }

  ExitCode print(FleetDryRunResult.Tried tried) {
    int all = tried.passed().size() + tried.failed().size();
    ExitCode exit = tried.failed().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    Terminal terminal = asked.context().terminal();
    if (asked.json().wanted()) {
      terminal.print(json(tried, exit));
      return exit;
    }
    if (tried.untried() > 0) {
      terminal.note(
          "note: "
              + CountText.of(tried.untried(), "tenant")
              + " could not be tried: a step of theirs cannot be taken back; read it with"
              + " --dry-run");
    }
    terminal.print(
        "%s: %,d of %,d would be at %s, in %s%s; all of it was taken back"
            .formatted(
                asked.fleet().label(),
                tried.passed().size(),
                all,
                asked.goal(),
                TimeText.took(tried.took()),
                slowest(tried.passed())));
    if (!tried.failed().isEmpty()) {
      complain(tried, terminal);
    }
    return exit;
  }

  private void complain(FleetDryRunResult.Tried tried, Terminal terminal) {
    FailedTenantsText failed = new FailedTenantsText(tried.failed());
    String again = asked.again() + " --dry-run=execute";
    terminal.complain(
        Terminal.indented(
            CountText.of(tried.failed().size(), "tenant")
                + " would fail; nothing was changed"
                + failed.lines(again + " --json"),
            7));
    terminal.advise("mend what the reasons name, then  " + again);
  }

  private static String slowest(List<TargetOutcome.Moved> passed) {
    return passed.stream()
        .max(Comparator.comparing(TargetOutcome.Moved::took))
        .map(
            slow ->
                " (the slowest, %s, in %s)".formatted(slow.member(), TimeText.took(slow.took())))
        .orElse("");
  }

  private static String way(FleetPlan.Way way) {
    return "%,d %s %s to %s (%s): %s"
        .formatted(
            way.members().size(),
            way.isNew() ? "new," : "from",
            way.isNew() ? "from nothing" : way.from(),
            way.to(),
            names(way.members()),
            scripts(way));
  }

  private static String names(List<FleetTarget> members) {
    String first =
        members.stream().limit(NAMED).map(FleetTarget::label).collect(Collectors.joining(", "));
    return members.size() > NAMED ? first + ", ..." : first;
  }

  private static String scripts(FleetPlan.Way way) {
    return String.join(", ", files(way));
  }

  /** The names of the versioned scripts, followed by those of the repeatable ones. */
  private static List<String> files(FleetPlan.Way way) {
    return Stream.<UpgradeScript>concat(way.steps().stream(), way.repeatables().stream())
        .map(UpgradeScript::script)
        .toList();
  }

  private static String first(FleetPlan.Way way) {
    return way.members().getFirst().label();
  }

  /**
   * The script for these tenants. If it cannot run in one transaction, it is the script of a single
   * schema.
   */
  private String script(FleetPlan.Way way) throws SQLException {
    Optional<String> sql = way.sql();
    return sql.isPresent()
        ? sql.get() + ";"
        : new SingleTargetDryRun(asked, asked.fleet().one(new TenantName(first(way)))).sql(way);
  }

  private JsonObject json(FleetPlan.Ways plan) {
    return asked
        .fleet()
        .json()
        .put("dry_run", "print")
        .put("tenants", plan.members())
        .put("behind", plan.behind())
        .put("to", plan.to().toString())
        .put("ways", plan.ways().stream().map(FleetDryRunText::json).toList())
        .put(
            "stuck",
            plan.stuck().stream()
                .map(
                    stuck ->
                        new JsonObject()
                            .put("tenant", stuck.member().label())
                            .put("version", stuck.at().toString())
                            .put("reason", stuck.reason()))
                .toList());
  }

  private static JsonObject json(FleetPlan.Way way) {
    return new JsonObject()
        .put("from", way.from().toString())
        .put("to", way.to().toString())
        .put("new", way.isNew())
        .putTexts("migrations", files(way))
        .putTexts("tenants", way.members().stream().map(FleetTarget::label).toList())
        .put("in_one_transaction", way.sql().isPresent())
        .put("sql", way.sql());
  }

  private JsonObject json(FleetDryRunResult.Tried tried, ExitCode exit) {
    return FleetJson.named("ends")
        .put("outcome", "taken_back")
        .put("tenants", tried.members())
        .put("behind", tried.behind())
        .put("passed", tried.passed().size())
        .put("failed", tried.failed().size())
        .put("untried", tried.untried())
        .put("duration_ms", tried.took().toMillis())
        .put("exit_code", exit.code());
  }
}
