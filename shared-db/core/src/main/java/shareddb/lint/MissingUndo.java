package shareddb.lint;

import java.util.List;

/** A migration that nothing takes back. */
final class MissingUndo implements Rule {

  @Override
  public String name() {
    return "missing-undo";
  }

  @Override
  public List<Finding> look(LintedTrack track) {
    return track.reading().migrations().stream()
        .filter(migration -> migration.undo().isEmpty())
        .map(
            migration ->
                new Finding(
                    name(),
                    migration.file(),
                    1,
                    "nothing takes version " + migration.version() + " back",
                    "write "
                        + migration.undoScript()
                        + " into the folder undo: what it does, backwards"))
        .toList();
  }
}
