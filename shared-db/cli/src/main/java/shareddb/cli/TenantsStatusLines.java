package shareddb.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import shareddb.cli.TenantsStatus.LastRun;
import shareddb.cli.json.Json;
import shareddb.fleet.Member;
import shareddb.journal.Run;
import shareddb.names.TenantName;
import shareddb.tenants.TenantStatus;

/** How the state of all tenants is shown. */
record TenantsStatusLines(TenantsStatus status, Terminal terminal) {

  private static final int NAMED = 5;

  void print() {
    terminal.print(
        "%s: %s, newest version %s"
            .formatted(
                status.fleet().label(), Amount.of(status.tenants(), "tenant"), status.newest()));
    Table table = new Table();
    status.versions().entrySet().stream()
        .sorted(Map.Entry.<shareddb.track.Version, Long>comparingByKey().reversed())
        .forEach(entry -> table.row("  at " + entry.getKey(), count(entry.getValue()), ""));
    row(table, "repeatable pending", status.oldTexts(), Member::label);
    row(table, "no " + place(), status.missing(), Member::label);
    row(table, terminal.bad("not read"), List.copyOf(status.unseen().keySet()), Member::label);
    row(table, terminal.bad("lost"), List.copyOf(status.status().lost().keySet()), Member::label);
    row(table, terminal.bad("wrong"), status.wrong(), Member::label);
    row(table, terminal.bad("orphaned"), status.orphans(), status.fleet()::quoted);
    row(table, terminal.bad("unfinished"), status.unfinished(), TenantName::value);
    terminal.print(table);
    UnreachableTenants.of(status.unseen()).forEach(line -> terminal.print("  " + line));
    status.lost().lines().forEach(line -> terminal.print("  " + line));
    registered();
    lastRun().forEach(terminal::print);
    next();
  }

  private List<String> lastRun() {
    return switch (status.lastRun()) {
      case LastRun.Unread() -> List.of("  last run: not known, the journal is locked");
      case LastRun.Known(Optional<Run> run) -> run.map(this::lastRun).stream().toList();
    };
  }

  private String lastRun(Run run) {
    return "  last run %s, %s to %s, %s: %s"
        .formatted(
            run.id(),
            run.operation(),
            run.to(),
            Moment.of(run.startedAt()),
            TenantRunLines.outcome(run, terminal));
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
      terminal.advise(TenantLines.resume(status.unfinished()));
    }
  }

  private static <T> void row(Table table, String what, List<T> all, Function<T, String> name) {
    if (!all.isEmpty()) {
      String names = all.stream().limit(NAMED).map(name).collect(Collectors.joining(", "));
      table.row("  " + what, count(all.size()), names + (all.size() > NAMED ? ", ..." : ""));
    }
  }

  private static String count(long count) {
    return "%,d".formatted(count);
  }

  Json json() {
    List<Json> versions =
        status.versions().entrySet().stream()
            .map(
                entry ->
                    new Json()
                        .put("version", entry.getKey().toString())
                        .put("tenants", entry.getValue()))
            .toList();
    Json registered = new Json();
    status.registered().forEach((word, count) -> registered.put(word.word(), count));
    Json json =
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
    return status.lastRun() instanceof LastRun.Known(Optional<Run> run) && run.isPresent()
        ? json.put("last_run", TenantRunLines.json(run.get()))
        : json.putNull("last_run");
  }

  private static List<String> names(List<Member> members) {
    return members.stream().map(Member::label).toList();
  }
}
