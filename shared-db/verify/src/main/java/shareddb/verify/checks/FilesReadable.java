package shareddb.verify.checks;

import java.util.List;
import shareddb.base.track.Migration;

/** The track's files have names that say what they are, and no version is there twice. */
public final class FilesReadable implements Check {

  @Override
  public String title() {
    return "migration files";
  }

  @Override
  public CheckOutcome look(CheckContext scene) {
    CheckSubject subject = scene.subject();
    List<Migration> migrations = subject.track().read();
    return migrations.isEmpty()
        ? new CheckOutcome.Failed(
            "there is none in " + subject.shown(subject.track().migrations()),
            "write the first one: V1__initial.sql")
        : new CheckOutcome.Ok(
            migrations.size()
                + ", from "
                + migrations.getFirst().version()
                + " to "
                + migrations.getLast().version());
  }
}
