package shareddb.schema.lint.reading;

import java.nio.file.Path;
import java.util.List;
import shareddb.base.sql.SqlName;
import shareddb.base.sql.SqlScript;

/**
 * One script of a track, read.
 *
 * @param before the tables that the versions before it make
 */
public record LintedFile(
    Path path, SqlScript script, List<TableChange> changes, TrackTables before) {

  public LintedFile {
    changes = List.copyOf(changes);
  }

  public static LintedFile of(Path path, String text, TrackTables before) {
    SqlScript script = SqlScript.of(text);
    return new LintedFile(
        path,
        script,
        script.statements().stream().flatMap(s -> TableChanges.of(s).stream()).toList(),
        before);
  }

  /** The tables that are there after it. */
  TrackTables after() {
    return before.after(changes);
  }

  /** The names it uses, those of its own temporary tables left out. */
  public List<Mention> mentions() {
    return script.statements().stream()
        .filter(statement -> !statement.contains("temporary") && !statement.contains("temp"))
        .flatMap(statement -> Mentions.of(statement).stream())
        .toList();
  }

  /**
   * Whether a table may have rows, and readers and writers, when this is applied: all but those
   * that this file itself makes. What another track made counts too.
   */
  public boolean mayHaveRows(SqlName table) {
    return changes.stream()
        .noneMatch(
            change ->
                change instanceof TableChange.CreateTable create
                    && create.table().last().equals(table.last()));
  }

  public LintFinding finding(String rule, int line, String what, String instead) {
    return new LintFinding(rule, path, line, what, instead);
  }
}
