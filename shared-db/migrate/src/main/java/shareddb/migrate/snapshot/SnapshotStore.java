package shareddb.migrate.snapshot;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;
import shareddb.base.track.Track;

/** The snapshots of a checkout. Each is a folder, by track, schema and name. */
public record SnapshotStore(Path root) {

  private static final int KEPT = 5;

  /** The snapshots of a target, newest first. */
  public List<Snapshot> of(Track track, Target target) {
    return whole(folder(track, target.schema())).stream()
        .filter(s -> s.manifest().schema().equals(target.schema()))
        .filter(s -> s.manifest().database().equals(target.admin().database()))
        .toList();
  }

  /** The snapshots of a track in all its schemas, newest first. */
  public List<Snapshot> of(Track track) {
    return SnapshotFiles.folders(folder(track)).stream()
        .flatMap(schema -> whole(schema).stream())
        .filter(s -> s.manifest().track().equals(track.label()))
        .sorted(newestFirst())
        .toList();
  }

  /** Deletes the old automatic snapshots of a target. The newest five and the spared ones stay. */
  void prune(Track track, Target target, List<Snapshot> spared) {
    List<Snapshot> automatic =
        of(track, target).stream().filter(s -> s.name().isAutomatic()).toList();
    automatic.stream()
        .skip(KEPT)
        .filter(snapshot -> spared.stream().noneMatch(s -> s.name().equals(snapshot.name())))
        .forEach(snapshot -> SnapshotFiles.delete(snapshot.folder()));
  }

  Path folder(Track track, SchemaName schema) {
    return folder(track).resolve(encoded(schema.value()));
  }

  Path base() {
    return root.resolve("localdev").resolve("snapshots");
  }

  private Path folder(Track track) {
    Path module = base().resolve(track.module().value());
    return track.part().map(part -> module.resolve(encoded(part))).orElse(module);
  }

  private static List<Snapshot> whole(Path folder) {
    return SnapshotFiles.folders(folder).stream()
        .filter(snapshot -> Files.exists(snapshot.resolve(ManifestFile.NAME)))
        .map(Snapshot::in)
        .sorted(newestFirst())
        .toList();
  }

  private static Comparator<Snapshot> newestFirst() {
    return Comparator.<Snapshot, Instant>comparing(s -> s.manifest().takenAt()).reversed();
  }

  /** Encodes any name as a folder's name that is unique even if the file system ignores case. */
  private static String encoded(String name) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '_' || b == '-';
      encoded.append(plain ? String.valueOf((char) b) : "%%%02x".formatted(b));
    }
    return encoded.toString();
  }
}
