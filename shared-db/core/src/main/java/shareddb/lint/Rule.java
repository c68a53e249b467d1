package shareddb.lint;

import java.util.List;
import java.util.Optional;

/** One kind of thing that may be wrong in a track. */
interface Rule {

  /** By which a comment allows it. */
  String name();

  List<Finding> look(LintedTrack track);

  /** A rule that looks at one file, whichever it is. */
  interface OfFile extends Rule {

    List<Finding> look(LintedFile file);

    @Override
    default List<Finding> look(LintedTrack track) {
      return track.files().flatMap(file -> look(file).stream()).toList();
    }
  }

  /**
   * A rule about one change to a table by a migration. Undo scripts are left out: they take away,
   * and whoever runs one means it.
   */
  interface OfChange extends Rule {

    Optional<Finding> look(Change change, LintedFile file);

    @Override
    default List<Finding> look(LintedTrack track) {
      return track.migrations().stream()
          .flatMap(file -> file.changes().stream().flatMap(change -> look(change, file).stream()))
          .toList();
    }
  }
}
