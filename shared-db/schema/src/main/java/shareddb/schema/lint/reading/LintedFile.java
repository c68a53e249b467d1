package shareddb.schema.lint.reading;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import shareddb.base.sql.SqlName;
import shareddb.base.sql.SqlScript;
import shareddb.schema.lint.mention.Mention;
import shareddb.schema.lint.mention.Mentions;

/**
 * One script of a track, with the changes and names that were read from it.
 *
 * @param before the tables that the earlier versions make
 * @param postgres the oldest major version of PostgreSQL that it is applied to
 */
public record LintedFile(
    Path path,
    SqlScript script,
    List<LintedStatement> statements,
    TrackTables before,
    int postgres) {

  public LintedFile {
    statements = List.copyOf(statements);
  }

  public static LintedFile of(Path path, String text, TrackTables before, int postgres) {
    SqlScript script = SqlScript.of(text);
    return new LintedFile(
        path,
        script,
        script.statements().stream().map(LintedStatement::of).toList(),
        before,
        postgres);
  }

  /** The changes to tables in all statements, in their order. */
  public List<TableChange> changes() {
    return statements.stream().flatMap(statement -> statement.changes().stream()).toList();
  }

  /** The tables right before one of its changes. */
  public TrackTables before(TableChange change) {
    TrackTables tables = before;
    for (LintedStatement statement : statements) {
      if (statement.changes().contains(change)) {
        return statement.before(change, tables);
      }
      tables = statement.after(tables);
    }
    return tables;
  }

  /** The tables after this script. */
  TrackTables after() {
    TrackTables tables = before;
    for (LintedStatement statement : statements) {
      tables = statement.after(tables);
    }
    return tables;
  }

  /** The names in the script, without those of its own temporary tables. */
  public List<Mention> mentions() {
    Set<String> temporary =
        changes().stream()
            .filter(change -> change instanceof TableChange.CreateTable t && t.isTemporary())
            .map(change -> change.table().last())
            .collect(Collectors.toSet());
    return script.statements().stream()
        .flatMap(statement -> Mentions.of(statement).stream())
        .filter(m -> !m.reliesOnSearchPath() || !temporary.contains(m.name().last()))
        .toList();
  }

  /**
   * Whether a table may have rows, readers and writers when the script is applied. This holds for
   * all tables except those that the script makes, and also for tables of another track.
   */
  public boolean mayHaveRows(SqlName table) {
    return changes().stream()
        .noneMatch(
            change ->
                change instanceof TableChange.CreateTable create
                    && create.table().last().equals(table.last()));
  }

  public LintFinding finding(RuleName rule, int line, String what, String instead) {
    return new LintFinding(rule, path, line, what, instead);
  }
}
