package shareddb.verify;

import java.util.List;
import shareddb.track.Migration;

/** The track's files have names that say what they are, and no version is there twice. */
final class FilesReadable implements Check {

  @Override
  public String title() {
    return "migration files";
  }

  @Override
  public Outcome look(Scene scene) {
    Subject subject = scene.subject();
    List<Migration> migrations = subject.track().read();
    return migrations.isEmpty()
        ? new Outcome.Failed(
            "there is none in " + subject.shown(subject.track().migrations()),
            "write the first one: V1__initial.sql")
        : new Outcome.Ok(
            migrations.size()
                + ", from "
                + migrations.getFirst().version()
                + " to "
                + migrations.getLast().version());
  }
}
