package shareddb.schema.lint.rules;

import java.util.List;
import java.util.stream.Stream;
import shareddb.base.sql.SqlName;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedFile;
import shareddb.schema.lint.reading.LintedTrack;
import shareddb.schema.lint.reading.RuleName;
import shareddb.schema.lint.reading.TableChange;
import shareddb.schema.lint.reading.TableConstraint;
import shareddb.schema.lint.reading.TrackTables;

/** Finds foreign keys that have no index at the newest version of the track. */
public final class ForeignKeyWithoutIndex implements LintRule {

  @Override
  public RuleName name() {
    return RuleName.FOREIGN_KEY_WITHOUT_INDEX;
  }

  @Override
  public List<LintFinding> look(LintedTrack track) {
    return track.migrations().stream()
        .flatMap(
            file -> file.changes().stream().flatMap(change -> look(change, file, track.newest())))
        .toList();
  }

  private Stream<LintFinding> look(TableChange change, LintedFile file, TrackTables newest) {
    return change.added().stream()
        .filter(added -> added.kind() == TableConstraint.Kind.FOREIGN_KEY)
        .filter(key -> newest.has(change.table(), key) && !key.columns().isEmpty())
        .filter(key -> !newest.hasIndexOn(change.table(), key.columns()))
        .map(key -> finding(change.table(), key, file));
  }

  private LintFinding finding(SqlName table, TableConstraint key, LintedFile file) {
    String columns = String.join(", ", key.columns());
    return file.finding(
        name(),
        key.line(),
        "each row that is deleted from the other table makes Postgres read all of %s, which has no index that begins with %s"
            .formatted(table.last(), columns),
        "-- alone in a migration of its own, if the table has rows:\n"
            + "CREATE INDEX CONCURRENTLY %s_%s_idx ON %s (%s);"
                .formatted(table.last(), String.join("_", key.columns()), table, columns));
  }
}
