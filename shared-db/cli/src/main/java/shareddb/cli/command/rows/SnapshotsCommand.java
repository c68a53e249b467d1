package shareddb.cli.command.rows;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Track;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.JsonOption;
import shareddb.cli.option.TenantOption;
import shareddb.cli.output.CountText;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.Terminal;
import shareddb.cli.output.TextTable;
import shareddb.cli.output.TimeText;
import shareddb.cli.result.SnapshotText;
import shareddb.cli.selection.TargetOptions;
import shareddb.cli.selection.TrackLookup;
import shareddb.cli.selection.TracksOption;
import shareddb.migrate.snapshot.Manifest;
import shareddb.migrate.snapshot.Snapshot;

/** The command {@code ./db snapshots [TRACK]}. */
@CommandLine.Command
public final class SnapshotsCommand implements Command {

  @Mixin private final TracksOption options = new TracksOption();

  @Option(
      names = {"-s", "--schema"},
      paramLabel = "NAME",
      description = "only those of this schema (else: of all)")
  private @Nullable String schema;

  @Mixin private final TenantOption tenant = new TenantOption();

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(CommandContext context) {
    List<Snapshot> snapshots =
        options.in(context).stream()
            .flatMap(track -> wanted(track, context))
            .filter(s -> schema == null || s.manifest().schema().value().equals(schema))
            .toList();
    Terminal terminal = context.terminal();
    if (json.wanted()) {
      List<JsonObject> rows =
          snapshots.stream().map(snapshot -> SnapshotText.json(snapshot, context)).toList();
      terminal.print(new JsonObject().put("snapshots", rows));
    } else if (snapshots.isEmpty()) {
      terminal.print("there are no snapshots");
      terminal.advise("./db snapshot " + options.typed().orElse(TargetOptions.TRACK));
    } else {
      terminal.print(table(snapshots));
    }
    return ExitCode.DONE;
  }

  private Stream<Snapshot> wanted(Track track, CommandContext context) {
    List<Snapshot> all = SnapshotText.store(context).of(track);
    return tenant.isThere()
        ? all.stream().filter(s -> schemas(track, context).contains(s.manifest().schema()))
        : all.stream();
  }

  /** The schemas of the named tenants, or none if the track has no tenants. */
  private List<SchemaName> schemas(Track track, CommandContext context) {
    return TrackLookup.tenantsOf(track, context)
        .map(module -> tenant.names().stream().map(module::schemaOf).toList())
        .orElse(List.of());
  }

  private static TextTable table(List<Snapshot> snapshots) {
    TextTable table = new TextTable();
    table.row("TRACK", "SCHEMA", "NAME", "VERSION", "ROWS", "SIZE", "TAKEN", "BY", "WHY");
    snapshots.forEach(snapshot -> row(table, snapshot));
    return table;
  }

  private static void row(TextTable table, Snapshot snapshot) {
    Manifest manifest = snapshot.manifest();
    table.row(
        manifest.track(),
        manifest.schema().value(),
        snapshot.name().value(),
        manifest.version().toString(),
        String.valueOf(manifest.rows()),
        CountText.bytes(manifest.bytes()),
        TimeText.of(manifest.takenAt()),
        manifest.takenBy(),
        switch (manifest.reason()) {
          case ASKED -> "asked for";
          case RESET -> "before a reset";
          case RESTORE -> "before a restore";
          case DOWNGRADE -> "before a downgrade";
          case ROLLOUT -> "in a rollout";
          case REMOVE -> "before its removal";
        });
  }
}
