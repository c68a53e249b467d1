package shareddb.serve;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import shareddb.base.settings.Settings;
import shareddb.base.track.InvalidTrack;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.UpgradeScript;
import shareddb.base.track.Version;
import shareddb.base.track.WorkshopModule;
import shareddb.migrate.history.History;
import shareddb.migrate.history.HistoryRow;
import shareddb.migrate.history.TrackState;
import shareddb.migrate.journal.FleetRunEntry;
import shareddb.migrate.journal.RunJournal;
import shareddb.tenants.fleet.survey.FleetStatus;
import shareddb.tenants.registry.TenantModule;
import shareddb.tenants.registry.TenantRegistry;
import shareddb.tenants.registry.UnknownServer;
import shareddb.web.openapi.ModuleOverview.AppliedTrack;

/** Reads from the histories how far the tracks of a module are applied. */
record TrackOverview(Settings settings) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  /** A part that is read from the database. */
  @FunctionalInterface
  private interface Part {
    AppliedTrack read() throws SQLException;
  }

  List<AppliedTrack> of(WorkshopModule module) {
    Optional<TenantModule> tenants = TenantModule.of(module);
    return module.tracks().stream().map(track -> of(track, tenants)).toList();
  }

  private AppliedTrack of(Track track, Optional<TenantModule> tenants) {
    String name = track.part().orElse("");
    if (tenants.isPresent() && track.isOfTenants()) {
      TenantRegistry registry = new TenantRegistry(settings, tenants.get());
      return readable(name, () -> tenants(track, registry));
    }
    return readable(name, () -> target(track, name));
  }

  /** A module whose database is away does not keep the page from showing the others. */
  private static AppliedTrack readable(String name, Part part) {
    try {
      return part.read();
    } catch (SQLException | InvalidTrack | UnknownServer e) {
      return new AppliedTrack(name, "", "not known: " + e.getMessage(), "");
    }
  }

  private AppliedTrack target(Track track, String name) throws SQLException {
    Target target = Target.usual(settings.admin(), track);
    History history = History.of(target);
    TrackState state = TrackState.of(track.readAll(), target, history);
    return new AppliedTrack(
        name,
        state.current().equals(Version.NONE) ? "not applied" : "version " + state.current(),
        pending(state),
        lastChange(history));
  }

  private static String pending(TrackState state) {
    if (!state.problems().isEmpty()) {
      return "history and files do not fit together";
    }
    return state.isUpToDate()
        ? ""
        : "pending: "
            + state.due().stream().map(UpgradeScript::script).collect(Collectors.joining(", "));
  }

  private static String lastChange(History history) {
    return lastChange(
        history.rows().stream().map(HistoryRow::installedOn).max(Comparator.naturalOrder()));
  }

  private static String lastChange(Optional<Instant> at) {
    return at.map(time -> "last change " + TIME.format(time.atZone(ZoneId.systemDefault())))
        .orElse("");
  }

  private static AppliedTrack tenants(Track track, TenantRegistry registry) throws SQLException {
    FleetStatus status = FleetStatus.of(track, registry.members());
    String versions =
        status.versions().keySet().stream()
            .map(Version::toString)
            .collect(Collectors.joining(", "));
    int wrong = status.wrong().size() + status.unseen().size() + status.lost().size();
    List<String> complaints =
        List.of(said(status.behind().size(), "behind"), said(wrong, "wrong or away"));
    return new AppliedTrack(
        TenantModule.TENANT,
        status.members() == 0
            ? "no tenants yet"
            : status.members() + " tenants, version " + versions,
        complaints.stream().filter(text -> !text.isEmpty()).collect(Collectors.joining(", ")),
        lastChange(
            new RunJournal(registry.admin())
                .newest(track, 1).stream().map(FleetRunEntry::startedAt).findFirst()));
  }

  private static String said(int count, String what) {
    return count == 0 ? "" : count + " " + what;
  }
}
