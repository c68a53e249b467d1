package shareddb.track;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import shareddb.names.ModuleName;

/**
 * An ordered set of migrations: a folder of SQL files, and beside it the folder of their undo
 * scripts. The files are read each time they are asked for, so an edited one counts at once.
 *
 * @param module the module it belongs to
 * @param part its name within the module, where the module has several
 */
public record Track(ModuleName module, Optional<String> part, Path migrations, Path undo) {

  /** As it is named on the command line: {@code 00_personal_todo} or {@code 03_…/tenant}. */
  public String label() {
    return part.map(name -> module + "/" + name).orElse(module.value());
  }

  /** Whether it makes a schema for each tenant, of which none is the usual one. */
  public boolean isOfTenants() {
    return part.equals(Optional.of("tenant"));
  }

  /** Its migrations by version; throws {@link InvalidTrack} with all that is wrong with them. */
  public List<Migration> read() {
    return readAll().migrations();
  }

  /** The same with its repeatable ones. */
  public TrackReading readAll() {
    TrackReading reading = look();
    if (!reading.problems().isEmpty()) {
      throw new InvalidTrack(label(), reading.problems().stream().map(TrackProblem::what).toList());
    }
    return reading;
  }

  /** The same where something may be wrong with them. */
  public TrackReading look() {
    return TrackFiles.read(this);
  }
}
