package shareddb.lint;

import java.nio.file.Path;
import java.util.List;
import shareddb.sql.SqlName;
import shareddb.sql.SqlScript;

/**
 * One script of a track, read.
 *
 * @param before the tables that the versions before it make
 */
record LintedFile(Path path, SqlScript script, List<Change> changes, Tables before) {

  LintedFile {
    changes = List.copyOf(changes);
  }

  static LintedFile of(Path path, String text, Tables before) {
    SqlScript script = SqlScript.of(text);
    return new LintedFile(
        path,
        script,
        script.statements().stream().flatMap(s -> Changes.of(s).stream()).toList(),
        before);
  }

  /** The tables that are there after it. */
  Tables after() {
    return before.after(changes);
  }

  /** The names it uses, those of its own temporary tables left out. */
  List<Mention> mentions() {
    return script.statements().stream()
        .filter(statement -> !statement.contains("temporary") && !statement.contains("temp"))
        .flatMap(statement -> Mentions.of(statement).stream())
        .toList();
  }

  /**
   * Whether a table may have rows, and readers and writers, when this is applied: all but those
   * that this file itself makes. What another track made counts too.
   */
  boolean mayHaveRows(SqlName table) {
    return changes.stream()
        .noneMatch(
            change ->
                change instanceof Change.CreateTable create
                    && create.table().last().equals(table.last()));
  }

  Finding finding(String rule, int line, String what, String instead) {
    return new Finding(rule, path, line, what, instead);
  }
}
