package shareddb.lint;

import java.util.List;
import shareddb.track.TrackProblem;

/** A file whose name does not say which version it is, or the version of another. */
final class FileNames implements Rule {

  @Override
  public String name() {
    return "file-name";
  }

  @Override
  public List<Finding> look(LintedTrack track) {
    return track.reading().problems().stream().map(this::finding).toList();
  }

  private Finding finding(TrackProblem problem) {
    return switch (problem.kind()) {
      case MISNAMED ->
          finding(
              problem,
              "the name says no version, or not the same as the other of the two",
              "V2__add_a_column.sql in migrations, U2__add_a_column.sql in undo: the letter, the"
                  + " version, two underscores, the same description");
      case REPEATABLE ->
          finding(
              problem,
              "a repeatable migration has no version: no undo script takes it back, and no status"
                  + " tells who has it",
              "a migration of its own for each change: CREATE OR REPLACE in V4__view.sql, and in"
                  + " U4__view.sql what was there before");
      case TWICE ->
          finding(problem, "another file has this version too", "give this one the next version");
      case UNDO_ALONE ->
          finding(
              problem, "there is no migration of this version to undo", "rename it or remove it");
    };
  }

  private Finding finding(TrackProblem problem, String what, String instead) {
    return new Finding(name(), problem.file(), 1, what, instead);
  }
}
