package shareddb.schema.lint.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedFile;
import shareddb.schema.lint.reading.LintedStatement;
import shareddb.schema.lint.reading.LintedTrack;
import shareddb.schema.lint.reading.RuleName;
import shareddb.schema.lint.reading.TableChange;
import shareddb.schema.lint.reading.TableConstraint;

/** A rule that finds one kind of possible problem in a track. */
public interface LintRule {

  RuleName name();

  List<LintFinding> look(LintedTrack track);

  /** A rule that checks each file on its own. */
  interface OfFile extends LintRule {

    List<LintFinding> look(LintedFile file);

    @Override
    default List<LintFinding> look(LintedTrack track) {
      return track.files().flatMap(file -> look(file).stream()).toList();
    }
  }

  /**
   * A rule that checks each change to a table in a migration. Undo scripts are left out: they are
   * meant to remove things, and the operator chooses to run them.
   */
  interface OfChange extends LintRule {

    Optional<LintFinding> look(TableChange change, LintedFile file);

    @Override
    default List<LintFinding> look(LintedTrack track) {
      return track.migrations().stream()
          .flatMap(file -> file.changes().stream().flatMap(change -> look(change, file).stream()))
          .toList();
    }
  }

  /** A rule that checks each constraint that a migration adds to a table with rows. */
  interface OfConstraint extends LintRule {

    Optional<LintFinding> look(TableConstraint constraint, TableChange change, LintedFile file);

    @Override
    default List<LintFinding> look(LintedTrack track) {
      return track.migrations().stream()
          .flatMap(file -> file.changes().stream().flatMap(change -> in(change, file)))
          .toList();
    }

    private Stream<LintFinding> in(TableChange change, LintedFile file) {
      return file.mayHaveRows(change.table())
          ? change.added().stream().flatMap(added -> look(added, change, file).stream())
          : Stream.empty();
    }
  }

  /** A rule that checks each statement of a migration. Undo scripts are left out. */
  interface OfStatement extends LintRule {

    Optional<LintFinding> look(LintedStatement statement, LintedFile file);

    @Override
    default List<LintFinding> look(LintedTrack track) {
      return track.migrations().stream()
          .flatMap(
              file ->
                  file.statements().stream().flatMap(statement -> look(statement, file).stream()))
          .toList();
    }
  }
}
