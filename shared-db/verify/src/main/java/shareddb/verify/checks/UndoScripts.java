package shareddb.verify.checks;

import java.nio.file.Path;
import java.util.List;
import shareddb.base.track.Migration;

/** Checks that every migration has an undo script. */
public final class UndoScripts implements Check {

  @Override
  public String title() {
    return "undo scripts";
  }

  @Override
  public CheckOutcome look(CheckContext scene) {
    CheckSubject subject = scene.subject();
    List<Migration> migrations = subject.track().read();
    List<String> missing =
        migrations.stream()
            .filter(migration -> migration.undo().isEmpty())
            .map(migration -> file(subject, migration))
            .map(subject::shown)
            .toList();
    return missing.isEmpty()
        ? new CheckOutcome.Ok("one for each of " + migrations.size())
        : new CheckOutcome.Failed(
            "missing: " + String.join(", ", missing), "write it: what takes the migration back");
  }

  private static Path file(CheckSubject subject, Migration migration) {
    return subject.track().undo().resolve(migration.undoScript());
  }
}
