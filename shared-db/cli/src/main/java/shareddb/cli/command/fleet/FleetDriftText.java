package shareddb.cli.command.fleet;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import shareddb.base.names.TenantName;
import shareddb.cli.output.CountText;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.Terminal;
import shareddb.cli.result.DriftText;
import shareddb.cli.result.LostTenantsText;
import shareddb.cli.result.TenantText;
import shareddb.cli.result.UnreachableTenantsText;
import shareddb.cli.selection.TenantFleet;
import shareddb.tenants.fleet.survey.FleetDrift;
import shareddb.tenants.fleet.survey.FleetDrift.Drifted;
import shareddb.tenants.fleet.targets.FleetTarget;

/** The text and the JSON of the tenants that differ from their track. */
record FleetDriftText(
    TenantFleet fleet, FleetDrift drift, List<TenantName> unfinished, Terminal terminal) {

  private static final int SHOWN = 10;

  void print() {
    terminal.print(fleet.label() + ": " + compared());
    drift.drifted().stream().limit(SHOWN).forEach(this::print);
    more(drift.drifted().size());
    members(fleet.hasDatabases() ? "no database, or no schema" : "no schema", drift.missing());
    UnreachableTenantsText.of(drift.unseen()).forEach(line -> terminal.print("  " + line));
    lost().lines().forEach(line -> terminal.print("  " + line));
    named("making them was begun and not finished", unfinished, TenantName::value);
    members("history and files do not fit, or a repeatable migration is pending", drift.unclear());
    named("in no registry", drift.orphans(), fleet::quoted);
    if (!lost().isEmpty()) {
      terminal.advise(lost().next());
    } else if (!drift.drifted().isEmpty()) {
      String one = " --tenant " + drift.drifted().getFirst().member();
      terminal.advise("./db drift " + fleet.label() + one + "     says how one can be mended");
    } else if (!drift.isNone()) {
      terminal.advise(fleet.command("current"));
    } else if (!unfinished.isEmpty()) {
      terminal.advise(TenantText.resume(unfinished));
    }
  }

  private String compared() {
    if (drift.compared() == 0 && drift.members() > 0) {
      return "none of " + CountText.of(drift.members(), "tenant") + " could be compared";
    }
    return CountText.of(drift.compared(), "tenant")
        + " compared, "
        + (drift.drifted().isEmpty() ? "no drift" : drift.drifted().size() + " drifted");
  }

  private LostTenantsText lost() {
    return new LostTenantsText(fleet.registry().module(), drift.lost());
  }

  private void print(Drifted drifted) {
    terminal.print(
        "  %s at %s: %s"
            .formatted(
                drifted.member(),
                drifted.version(),
                CountText.of(drifted.comparison().differences().size(), "difference")));
    DriftText.DRIFT.print(drifted.comparison().differences(), terminal);
  }

  private void members(String what, List<FleetTarget> members) {
    named(what, members, FleetTarget::label);
  }

  private <T> void named(String what, List<T> all, Function<T, String> name) {
    if (!all.isEmpty()) {
      terminal.print(
          "  "
              + what
              + ": "
              + all.stream().limit(SHOWN).map(name).collect(Collectors.joining(", ")));
      more(all.size());
    }
  }

  private void more(int all) {
    if (all > SHOWN) {
      terminal.print("  and " + (all - SHOWN) + " more:  " + fleet.command("drift") + " --json");
    }
  }

  JsonObject json() {
    return fleet
        .json()
        .put("compared", drift.compared())
        .put("same", drift.isNone())
        .putTexts("unfinished", unfinished.stream().map(TenantName::value).toList())
        .put("drifted", drift.drifted().stream().map(FleetDriftText::json).toList())
        .putTexts("missing", drift.missing().stream().map(FleetTarget::label).toList())
        .putTexts("lost", drift.lost().keySet().stream().map(FleetTarget::label).toList())
        .putTexts("unclear", drift.unclear().stream().map(FleetTarget::label).toList())
        .putTexts("not_seen", drift.unseen().keySet().stream().map(FleetTarget::label).toList())
        .putTexts("orphans", drift.orphans().stream().map(fleet::plain).toList());
  }

  private static JsonObject json(Drifted drifted) {
    return new JsonObject()
        .put("tenant", drifted.member().label())
        .put("schema", drifted.member().target().schema().value())
        .put("version", drifted.version().toString())
        .put("differences", DriftText.DRIFT.json(drifted.comparison().differences()));
  }
}
