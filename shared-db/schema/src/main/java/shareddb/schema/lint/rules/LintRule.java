package shareddb.schema.lint.rules;

import java.util.List;
import java.util.Optional;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedFile;
import shareddb.schema.lint.reading.LintedTrack;
import shareddb.schema.lint.reading.TableChange;

/** One kind of thing that may be wrong in a track. */
public interface LintRule {

  /** By which a comment allows it. */
  String name();

  List<LintFinding> look(LintedTrack track);

  /** A rule that looks at one file, whichever it is. */
  interface OfFile extends LintRule {

    List<LintFinding> look(LintedFile file);

    @Override
    default List<LintFinding> look(LintedTrack track) {
      return track.files().flatMap(file -> look(file).stream()).toList();
    }
  }

  /**
   * A rule about one change to a table by a migration. Undo scripts are left out: they take away,
   * and whoever runs one means it.
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
}
