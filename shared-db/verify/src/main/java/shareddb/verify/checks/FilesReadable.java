package shareddb.verify.checks;

import java.util.List;
import shareddb.base.track.Migration;

/** Checks that the track has migrations, with valid names and no version twice. */
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
