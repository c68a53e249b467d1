package shareddb.cli;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import shareddb.cli.json.Json;
import shareddb.names.SchemaName;
import shareddb.snapshot.Manifest;
import shareddb.snapshot.Snapshot;
import shareddb.track.Track;

/** {@code ./db snapshots [TRACK]}. */
@CommandLine.Command
final class SnapshotsCommand implements Command {

  @Mixin private final TracksOption options = new TracksOption();

  @Option(
      names = {"-s", "--schema"},
      paramLabel = "NAME",
      description = "only those of this schema (else: of all)")
  private @Nullable String schema;

  @Mixin private final TenantOption tenant = new TenantOption();

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(Surroundings surroundings) {
    List<Snapshot> snapshots =
        options.in(surroundings).stream()
            .flatMap(track -> wanted(track, surroundings))
            .filter(s -> schema == null || s.manifest().schema().value().equals(schema))
            .toList();
    Terminal terminal = surroundings.terminal();
    if (json.wanted()) {
      List<Json> rows =
          snapshots.stream().map(snapshot -> SnapshotLines.json(snapshot, surroundings)).toList();
      terminal.print(new Json().put("snapshots", rows));
    } else if (snapshots.isEmpty()) {
      terminal.print("there are no snapshots");
      terminal.advise("./db snapshot " + options.typed().orElse(TargetOptions.TRACK));
    } else {
      terminal.print(table(snapshots));
    }
    return ExitCode.DONE;
  }

  private Stream<Snapshot> wanted(Track track, Surroundings surroundings) {
    List<Snapshot> all = SnapshotLines.store(surroundings).of(track);
    return tenant.isThere()
        ? all.stream().filter(s -> schemas(track, surroundings).contains(s.manifest().schema()))
        : all.stream();
  }

  /** Of the tenants that are named; none of a track that has no tenants. */
  private List<SchemaName> schemas(Track track, Surroundings surroundings) {
    return TypedTracks.tenantsOf(track, surroundings)
        .map(module -> tenant.names().stream().map(module::schemaOf).toList())
        .orElse(List.of());
  }

  private static Table table(List<Snapshot> snapshots) {
    Table table = new Table();
    table.row("TRACK", "SCHEMA", "NAME", "VERSION", "ROWS", "SIZE", "TAKEN", "BY", "WHY");
    snapshots.forEach(snapshot -> row(table, snapshot));
    return table;
  }

  private static void row(Table table, Snapshot snapshot) {
    Manifest manifest = snapshot.manifest();
    table.row(
        manifest.track(),
        manifest.schema().value(),
        snapshot.name().value(),
        manifest.version().toString(),
        String.valueOf(manifest.rows()),
        Amount.bytes(manifest.bytes()),
        Moment.of(manifest.takenAt()),
        manifest.takenBy(),
        switch (manifest.reason()) {
          case ASKED -> "asked for";
          case RESET -> "before a reset";
          case RESTORE -> "before a restore";
          case DOWNGRADE -> "before a downgrade";
          case REMOVE -> "before its removal";
        });
  }
}
