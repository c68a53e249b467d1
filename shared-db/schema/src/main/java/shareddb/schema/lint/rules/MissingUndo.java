package shareddb.schema.lint.rules;

import java.util.List;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedTrack;
import shareddb.schema.lint.reading.RuleName;

/** Finds a migration without an undo script. */
public final class MissingUndo implements LintRule {

  @Override
  public RuleName name() {
    return RuleName.MISSING_UNDO;
  }

  @Override
  public List<LintFinding> look(LintedTrack track) {
    return track.reading().migrations().stream()
        .filter(migration -> migration.undo().isEmpty())
        .map(
            migration ->
                new LintFinding(
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
