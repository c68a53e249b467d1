package shareddb.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import shareddb.migrate.HistoryRow;
import shareddb.migrate.TrackState;
import shareddb.names.DatabaseName;
import shareddb.overview.Standing;
import shareddb.tenants.TenantModule;
import shareddb.track.Track;
import shareddb.track.TypedCommand;

/** Every target in a line, with what to type where it is behind. */
final class StatusTable {

  private StatusTable() {}

  /** The tenants of a module are one line. */
  static Table of(
      List<Standing> standings,
      List<TenantModule> modules,
      List<TenantsApart> apart,
      DatabaseName workshops) {
    Table table = new Table();
    table.row("TRACK", "SCHEMA", "CURRENT", "NEWEST", "PENDING", "LAST CHANGE", "SIZE", "");
    List<Standing> others = new ArrayList<>(standings);
    for (TenantModule module : modules) {
      others.removeIf(standing -> module.couldOwn(standing.schema()));
    }
    for (Standing standing : others) {
      add(table, standing, workshops);
      modules.stream()
          .filter(module -> standing.isUsualOf(module.shared()))
          .forEach(module -> addTenants(table, module, standings, apart));
    }
    return table;
  }

  private static void addTenants(
      Table table, TenantModule module, List<Standing> standings, List<TenantsApart> apart) {
    apart.stream()
        .filter(tenants -> tenants.haveDatabases() && tenants.module().equals(module))
        .findFirst()
        .ifPresentOrElse(
            tenants -> tenants.add(table), () -> TenantsStanding.of(module, standings).add(table));
  }

  private static void add(Table table, Standing standing, DatabaseName workshops) {
    TrackState state = standing.state();
    boolean known = standing.track().isPresent();
    String unknown = standing.isOfTheTool() ? "-" : "?";
    table.row(
        standing.track().map(Track::label).orElse(whose(standing)),
        schema(standing, workshops),
        standing.unseen().isPresent() ? "?" : state.current().toString(),
        known ? state.newest().toString() : unknown,
        known && standing.unseen().isEmpty() ? String.valueOf(state.due().size()) : unknown,
        standing.lastChange().map(Moment::of).orElse(standing.unseen().isPresent() ? "?" : "never"),
        standing.size() == 0 ? "-" : Amount.bytes(standing.size()),
        standing.track().map(track -> next(standing, track)).orElseGet(() -> unknown(standing)));
  }

  private static String unknown(Standing standing) {
    String scripts =
        standing.state().applied().values().stream()
            .map(HistoryRow::script)
            .collect(Collectors.joining(", "));
    return standing.isOfTheTool() || scripts.isEmpty()
        ? ""
        : "no track of this checkout has " + scripts;
  }

  private static String schema(Standing standing, DatabaseName workshops) {
    String schema = standing.schema().quoted();
    return standing.database().equals(workshops) ? schema : schema + " in " + standing.database();
  }

  private static String whose(Standing standing) {
    return standing.isOfTheTool() ? "(the tool's journal)" : "(none of these)";
  }

  private static String next(Standing standing, Track track) {
    if (standing.unseen().isPresent()) {
      return "not read: " + standing.unseen().get();
    }
    TypedCommand command = new TypedCommand(track, standing.schema());
    if (!standing.state().problems().isEmpty()) {
      return command.of("current");
    }
    return standing.state().isUpToDate() ? "" : command.of("upgrade");
  }
}
