package shareddb.cli.command.fleet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import shareddb.base.names.TenantName;
import shareddb.base.track.Version;
import shareddb.cli.command.fleet.FleetState.LastRun;
import shareddb.cli.output.CountText;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.Terminal;
import shareddb.cli.output.TextTable;
import shareddb.cli.output.TimeText;
import shareddb.cli.result.TenantText;
import shareddb.cli.result.UnreachableTenantsText;
import shareddb.migrate.journal.FleetRunEntry;
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.tenants.registry.TenantStatus;

/** The text and the JSON of the state of all tenants. */
record FleetStatusText(FleetState status, Terminal terminal) {

  private static final int NAMED = 5;

  void print() {
    terminal.print(
        "%s: %s, newest version %s"
            .formatted(
                status.fleet().label(), CountText.of(status.tenants(), "tenant"), status.newest()));
    TextTable table = new TextTable();
    status.versions().entrySet().stream()
        .sorted(Map.Entry.<Version, Long>comparingByKey().reversed())
        .forEach(entry -> table.row("  at " + entry.getKey(), count(entry.getValue()), ""));
    row(table, "repeatable pending", status.oldTexts(), FleetTarget::label);
    row(table, "no " + place(), status.missing(), FleetTarget::label);
    row(table, terminal.bad("not read"), List.copyOf(status.unseen().keySet()), FleetTarget::label);
    row(
        table,
        terminal.bad("lost"),
        List.copyOf(status.status().lost().keySet()),
        FleetTarget::label);
    row(table, terminal.bad("wrong"), status.wrong(), FleetTarget::label);
    row(table, terminal.bad("orphaned"), status.orphans(), status.fleet()::quoted);
    row(table, terminal.bad("unfinished"), status.unfinished(), TenantName::value);
    terminal.print(table);
    UnreachableTenantsText.of(status.unseen()).forEach(line -> terminal.print("  " + line));
    status.lost().lines().forEach(line -> terminal.print("  " + line));
    registered();
    lastRun().forEach(terminal::print);
    next();
  }

  private List<String> lastRun() {
    return switch (status.lastRun()) {
      case LastRun.Unread() -> List.of("  last run: not known, the journal is locked");
      case LastRun.Known(Optional<FleetRunEntry> run) -> run.map(this::lastRun).stream().toList();
    };
  }

  private String lastRun(FleetRunEntry run) {
    return "  last run %s, %s to %s, %s: %s"
        .formatted(
            run.id(),
            run.operation(),
            run.to(),
            TimeText.of(run.startedAt()),
            FleetRunText.outcome(run, terminal));
  }

  private String place() {
    return status.fleet().hasDatabases() ? "database" : "schema";
  }

  private void registered() {
    String counts =
        status.registered().entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .map(entry -> count(entry.getValue()) + " " + entry.getKey().word())
            .collect(Collectors.joining(", "));
    if (!counts.isEmpty()) {
      terminal.print("  registered: " + counts);
    }
  }

  private void next() {
    if (!status.lost().isEmpty()) {
      terminal.advise(status.lost().next());
    } else if (!status.wrong().isEmpty()) {
      terminal.advise(
          "./db current %s --tenant %s     says what is wrong with one"
              .formatted(status.fleet().label(), status.wrong().getFirst()));
    } else if (!status.status().behind().isEmpty()) {
      terminal.advise(status.fleet().command("upgrade"));
    } else if (!status.orphans().isEmpty()) {
      terminal.advise(
          "look what is in such a %s before it goes:  ./db sql %s --admin"
              .formatted(place(), status.fleet().registry().module().shared().label()));
    } else if (status.registered().getOrDefault(TenantStatus.FAILED, 0L) > 0) {
      terminal.advise(
          "./db tenants list --module %s --status failed     says why"
              .formatted(status.fleet().registry().module().name()));
    } else if (!status.unfinished().isEmpty()) {
      terminal.advise(TenantText.resume(status.unfinished()));
    }
  }

  private static <T> void row(TextTable table, String what, List<T> all, Function<T, String> name) {
    if (!all.isEmpty()) {
      String names = all.stream().limit(NAMED).map(name).collect(Collectors.joining(", "));
      table.row("  " + what, count(all.size()), names + (all.size() > NAMED ? ", ..." : ""));
    }
  }

  private static String count(long count) {
    return "%,d".formatted(count);
  }

  JsonObject json() {
    List<JsonObject> versions =
        status.versions().entrySet().stream()
            .map(
                entry ->
                    new JsonObject()
                        .put("version", entry.getKey().toString())
                        .put("tenants", entry.getValue()))
            .toList();
    JsonObject registered = new JsonObject();
    status.registered().forEach((word, count) -> registered.put(word.word(), count));
    JsonObject json =
        status
            .fleet()
            .json()
            .put("newest", status.newest().toString())
            .put("tenants", status.tenants())
            .put("versions", versions)
            .put("pending", status.status().behind().size())
            .putTexts("missing", names(status.missing()))
            .putTexts("not_seen", names(List.copyOf(status.unseen().keySet())))
            .putTexts("lost", names(List.copyOf(status.status().lost().keySet())))
            .putTexts("wrong", names(status.wrong()))
            .putTexts("orphans", status.orphans().stream().map(status.fleet()::plain).toList())
            .putTexts("unfinished", status.unfinished().stream().map(TenantName::value).toList())
            .put("registered", registered);
    return status.lastRun() instanceof LastRun.Known(Optional<FleetRunEntry> run) && run.isPresent()
        ? json.put("last_run", FleetRunText.json(run.get()))
        : json.putNull("last_run");
  }

  private static List<String> names(List<FleetTarget> members) {
    return members.stream().map(FleetTarget::label).toList();
  }
}
