package shareddb.cli.command.project;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shareddb.base.jdbc.Query;
import shareddb.base.names.DatabaseName;
import shareddb.base.settings.Login;
import shareddb.base.settings.WaitLimits;
import shareddb.base.track.Track;
import shareddb.base.track.TrackDatabase;
import shareddb.base.track.Version;
import shareddb.base.track.WorkshopModule;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.output.ProgressLine;
import shareddb.cli.result.SnapshotText;
import shareddb.cli.result.TenantText;
import shareddb.migrate.journal.Journal;
import shareddb.migrate.record.OperationOutcome;
import shareddb.migrate.snapshot.Snapshot;
import shareddb.postgres.server.ServerDatabases;
import shareddb.tenants.lifecycle.RemoveResult;
import shareddb.tenants.lifecycle.TargetRemoval;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantStatus;

/**
 * Removes a module: first its tenants, then its schemas, then its lines in Maven's lists, and its
 * folder last. A removal that was stopped goes on when it is run again.
 */
record ModuleRemoval(ModuleContent content, CommandContext context, ProgressLine progress) {

  private static final String EMPTY =
      """
      SELECT NOT EXISTS (
          SELECT FROM pg_catalog.pg_class AS class
          JOIN pg_catalog.pg_namespace AS namespace ON namespace.oid = class.relnamespace
          WHERE nspname !~ '^pg_' AND nspname <> 'information_schema')
      """;

  /** Returns the snapshots of what was dropped. */
  List<Snapshot> drop() throws SQLException {
    refuseWhatIsNeeded();
    List<Snapshot> kept = new ArrayList<>();
    for (ModuleContent.SchemaRows tenant : content.tenants()) {
      removed(tenant.owner().orElseThrow()).ifPresent(kept::add);
    }
    for (ModuleContent.SchemaRows schema : content.schemas().reversed()) {
      removed(schema.chosen()).ifPresent(kept::add);
    }
    dropDatabases();
    return kept;
  }

  private void refuseWhatIsNeeded() throws SQLException {
    content.tenants().stream()
        .flatMap(tenant -> tenant.owner().stream())
        .filter(tenant -> tenant.status() == TenantStatus.ARRIVING)
        .findFirst()
        .ifPresent(
            tenant -> {
              throw TenantText.notHere(tenant);
            });
    for (ModuleContent.SchemaRows schema : content.schemas()) {
      List<String> dependents = removal(schema.chosen()).dependents();
      if (!dependents.isEmpty()) {
        throw CommandFailure.failed(
            SnapshotText.needed(dependents, schema.chosen().schema()),
            "drop or change them in  %s --admin ,\nthen  ./db %s"
                .formatted(schema.chosen().command("sql"), command()));
      }
    }
  }

  private Optional<Snapshot> removed(Tenant tenant) throws SQLException {
    progress.say("removing tenant " + tenant.name());
    RemoveResult result =
        TenantText.tenants(content.registry().orElseThrow(), context)
            .remove(tenant.name(), progress);
    return switch (result) {
      case RemoveResult.Removed removed -> removed.kept();
      case RemoveResult.Unknown gone -> Optional.empty();
      case RemoveResult.InTheWay(Tenant still, String who) ->
          throw stopped("tenant " + still.name(), who);
      case RemoveResult.NeededOutside(Tenant still, List<String> dependents) ->
          throw stopped(
              "tenant " + still.name(), SnapshotText.needed(dependents, still.schema().quoted()));
      case RemoveResult.NotHere(Tenant other) -> throw TenantText.notHere(other);
    };
  }

  private Optional<Snapshot> removed(SelectedTarget chosen) throws SQLException {
    progress.say("removing " + chosen.schema());
    TargetRemoval removal = removal(chosen);
    Optional<String> inTheWay =
        new Journal(chosen.settings().admin())
            .during(
                "remove",
                chosen.track(),
                chosen.target(),
                Journal.versionOf(chosen.target()),
                Version.NONE,
                removal::run,
                who -> who.map(OperationOutcome::failed).orElseGet(OperationOutcome::done));
    if (inTheWay.isPresent()) {
      throw stopped(chosen.schema(), inTheWay.get());
    }
    return removal.kept();
  }

  private TargetRemoval removal(SelectedTarget chosen) {
    return new TargetRemoval(
        SnapshotText.store(context),
        chosen.track(),
        chosen.target(),
        false,
        progress,
        WaitLimits.PATIENCE);
  }

  /** Drops the databases that only this module's tracks have, if nothing else is in them. */
  private void dropDatabases() throws SQLException {
    Login admin = context.settings().admin();
    for (Track track : WorkshopModule.at(content.files().folder()).tracks()) {
      if (track.database() instanceof TrackDatabase.Named(DatabaseName name)
          && ServerDatabases.exists(admin, name)
          && isEmpty(admin.to(name))) {
        ServerDatabases.drop(admin.to(ServerDatabases.MAINTENANCE), name);
      }
    }
  }

  private static boolean isEmpty(Login database) throws SQLException {
    try (Connection connection = database.connect()) {
      return Query.of(connection, EMPTY).isTrue();
    }
  }

  private CommandFailure stopped(String what, String who) {
    return CommandFailure.failed(
        what + " is not gone yet: " + who,
        "./db " + command() + "     goes on once it can be dropped");
  }

  private String command() {
    return "new --remove " + content.files().name();
  }
}
