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
      List<TargetStatus> standings,
      List<TenantModule> modules,
      List<TenantDatabasesStatus> apart,
      DatabaseName workshops) {
    TextTable table = new TextTable();
    table.row("TRACK", "SCHEMA", "CURRENT", "NEWEST", "PENDING", "LAST CHANGE", "SIZE", "");
    List<TargetStatus> others = new ArrayList<>(standings);
    for (TenantModule module : modules) {
      others.removeIf(standing -> module.couldOwn(standing.schema()));
    }
    for (TargetStatus standing : others) {
      add(table, standing, workshops);
      modules.stream()
          .filter(module -> standing.isUsualOf(module.shared()))
          .forEach(module -> addTenants(table, module, standings, apart));
    }
    return table;
  }

  private static void addTenants(
      TextTable table,
      TenantModule module,
      List<TargetStatus> standings,
      List<TenantDatabasesStatus> apart) {
    apart.stream()
        .filter(tenants -> tenants.haveDatabases() && tenants.module().equals(module))
        .findFirst()
        .ifPresentOrElse(
            tenants -> tenants.add(table),
            () -> TenantSchemasStatus.of(module, standings).add(table));
  }

  private static void add(TextTable table, TargetStatus standing, DatabaseName workshops) {
    TrackState state = standing.state();
    boolean known = standing.track().isPresent();
    String unknown = standing.isOfTheTool() ? "-" : "?";
    table.row(
        standing.track().map(Track::label).orElse(whose(standing)),
        schema(standing, workshops),
        standing.unseen().isPresent() ? "?" : state.current().toString(),
        known ? state.newest().toString() : unknown,
        known && standing.unseen().isEmpty() ? String.valueOf(state.due().size()) : unknown,
        standing
            .lastChange()
            .map(TimeText::of)
            .orElse(standing.unseen().isPresent() ? "?" : "never"),
        standing.size() == 0 ? "-" : CountText.bytes(standing.size()),
        standing.track().map(track -> next(standing, track)).orElseGet(() -> unknown(standing)));
  }

  private static String unknown(TargetStatus standing) {
    String scripts =
        standing.state().applied().values().stream()
            .map(HistoryRow::script)
            .collect(Collectors.joining(", "));
    if (standing.isOfTheTool() || scripts.isEmpty()) {
      return "";
    }
    String schema = standing.schema().value();
    return ModuleName.isOne(schema)
        ? "no folder workshop/%1$s; its rows are kept by  ./db new --remove %1$s".formatted(schema)
        : "no track of this checkout has " + scripts;
  }

  private static String schema(TargetStatus standing, DatabaseName workshops) {
    String schema = standing.schema().quoted();
    return standing.database().equals(workshops) ? schema : schema + " in " + standing.database();
  }

  private static String whose(TargetStatus standing) {
    return standing.isOfTheTool() ? "(the tool's journal)" : "(none of these)";
  }

  private static String next(TargetStatus standing, Track track) {
    if (standing.unseen().isPresent()) {
      return "not read: " + standing.unseen().get();
    }
    NextCommand command = new NextCommand(track, standing.schema());
    if (!standing.state().problems().isEmpty()) {
      return command.of("current");
    }
    return standing.state().isUpToDate() ? "" : command.of("upgrade");
  }
}
