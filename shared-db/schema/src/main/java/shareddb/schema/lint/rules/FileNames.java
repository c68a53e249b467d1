package shareddb.schema.lint.rules;

import java.util.List;
import shareddb.base.track.TrackProblem;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedTrack;
import shareddb.schema.lint.reading.RuleName;

/** Finds a file whose name has no version, or the version of another file. */
public final class FileNames implements LintRule {

  @Override
  public RuleName name() {
    return RuleName.FILE_NAME;
  }

  @Override
  public List<LintFinding> look(LintedTrack track) {
    return track.reading().problems().stream().map(this::finding).toList();
  }

  private LintFinding finding(TrackProblem problem) {
    return switch (problem.kind()) {
      case MISNAMED ->
          finding(
              problem,
              "the name says no version, or not the same as the other of the two",
              "V2__add_a_column.sql in migrations, U2__add_a_column.sql in undo: the letter, the"
                  + " version, two underscores, the same description; R__view.sql in migrations for"
                  + " what runs again whenever its text changes");
      case TWICE ->
          finding(
              problem,
              "another file has this version, or repeatable this description, too",
              "give this one the next version, or another description");
      case UNDO_ALONE ->
          finding(
              problem, "there is no migration of this version to undo", "rename it or remove it");
      case PHASE ->
          finding(
              problem,
              problem.what(),
              "V5__summary.sql expands, backfill/V5__summary.sql fills the rows,"
                  + " V6__summary_contract.sql begins with the line  -- contract of V5");
      case DATABASE ->
          finding(
              problem,
              problem.what().substring(problem.what().indexOf(": ") + 2),
              "one line for each track that has a database of its own:  TRACK = DATABASE");
    };
  }

  private LintFinding finding(TrackProblem problem, String what, String instead) {
    return new LintFinding(name(), problem.file(), 1, what, instead);
  }
}
