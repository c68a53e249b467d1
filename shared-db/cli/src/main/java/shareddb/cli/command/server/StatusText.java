package shareddb.cli.command.server;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.ModuleName;
import shareddb.base.track.NextCommand;
import shareddb.base.track.Track;
import shareddb.cli.output.CountText;
import shareddb.cli.output.TextTable;
import shareddb.cli.output.TimeText;
import shareddb.migrate.history.HistoryRow;
import shareddb.migrate.history.TrackState;
import shareddb.migrate.overview.TargetStatus;
import shareddb.tenants.registry.TenantModule;

/** The table of all targets: one line for each, with the next command if the target is behind. */
final class StatusText {

  private StatusText() {}

  /** Returns the table. All tenants of a module share one line. */
  static TextTable of(
      List<TargetStatus> targets,
      List<TenantModule> modules,
      List<TenantDatabasesStatus> apart,
      DatabaseName workshops) {
    TextTable table = new TextTable();
    table.row("TRACK", "SCHEMA", "CURRENT", "NEWEST", "PENDING", "LAST CHANGE", "SIZE", "");
    List<TargetStatus> others = new ArrayList<>(targets);
    for (TenantModule module : modules) {
      others.removeIf(target -> module.couldOwn(target.schema()));
    }
    for (TargetStatus target : others) {
      add(table, target, workshops);
      modules.stream()
          .filter(module -> target.isUsualOf(module.shared()))
          .forEach(module -> addTenants(table, module, targets, apart));
    }
    return table;
  }

  private static void addTenants(
      TextTable table,
      TenantModule module,
      List<TargetStatus> targets,
      List<TenantDatabasesStatus> apart) {
    apart.stream()
        .filter(tenants -> tenants.haveDatabases() && tenants.module().equals(module))
        .findFirst()
        .ifPresentOrElse(
            tenants -> tenants.add(table),
            () -> TenantSchemasStatus.of(module, targets).add(table));
  }

  private static void add(TextTable table, TargetStatus target, DatabaseName workshops) {
    TrackState state = target.state();
    boolean known = target.track().isPresent();
    String unknown = target.isOfTheTool() ? "-" : "?";
    table.row(
        target.track().map(Track::label).orElse(whose(target)),
        schema(target, workshops),
        target.unseen().isPresent() ? "?" : state.current().toString(),
        known ? state.newest().toString() : unknown,
        known && target.unseen().isEmpty() ? String.valueOf(state.due().size()) : unknown,
        target.lastChange().map(TimeText::of).orElse(target.unseen().isPresent() ? "?" : "never"),
        target.size() == 0 ? "-" : CountText.bytes(target.size()),
        target.track().map(track -> next(target, track)).orElseGet(() -> unknown(target)));
  }

  private static String unknown(TargetStatus target) {
    String scripts =
        target.state().applied().values().stream()
            .map(HistoryRow::script)
            .collect(Collectors.joining(", "));
    if (target.isOfTheTool() || scripts.isEmpty()) {
      return "";
    }
    String schema = target.schema().value();
    return ModuleName.isOne(schema)
        ? "no folder workshop/%1$s; its rows are kept by  ./db new --remove %1$s".formatted(schema)
        : "no track of this checkout has " + scripts;
  }

  private static String schema(TargetStatus target, DatabaseName workshops) {
    String schema = target.schema().quoted();
    return target.database().equals(workshops) ? schema : schema + " in " + target.database();
  }

  private static String whose(TargetStatus target) {
    return target.isOfTheTool() ? "(the tool's journal)" : "(none of these)";
  }

  private static String next(TargetStatus target, Track track) {
    if (target.unseen().isPresent()) {
      return "not read: " + target.unseen().get();
    }
    NextCommand command = new NextCommand(track, target.schema());
    if (!target.state().problems().isEmpty()) {
      return command.of("current");
    }
    return target.state().isUpToDate() ? "" : command.of("upgrade");
  }
}
