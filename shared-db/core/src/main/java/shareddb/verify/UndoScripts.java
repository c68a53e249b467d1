package shareddb.verify;

import java.nio.file.Path;
import java.util.List;
import shareddb.track.Migration;

/** Every migration can be taken back. */
final class UndoScripts implements Check {

  @Override
  public String title() {
    return "undo scripts";
  }

  @Override
  public Outcome look(Scene scene) {
    Subject subject = scene.subject();
    List<Migration> migrations = subject.track().read();
    List<String> missing =
        migrations.stream()
            .filter(migration -> migration.undo().isEmpty())
            .map(migration -> file(subject, migration))
            .map(subject::shown)
            .toList();
    return missing.isEmpty()
        ? new Outcome.Ok("one for each of " + migrations.size())
        : new Outcome.Failed(
            "missing: " + String.join(", ", missing), "write it: what takes the migration back");
  }

  private static Path file(Subject subject, Migration migration) {
    return subject.track().undo().resolve(migration.undoScript());
  }
}
