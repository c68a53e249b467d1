package shareddb.schema.lint.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import shareddb.base.sql.SqlStatement;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedFile;
import shareddb.schema.lint.reading.LintedTrack;
import shareddb.schema.lint.reading.RuleName;
import shareddb.schema.lint.reading.TableChange;
import shareddb.schema.lint.reading.TableConstraint;

/** Finds SQL that only a newer PostgreSQL knows than the oldest one that runs the track. */
public final class NeedsNewerPostgres implements LintRule {

  /** What came with each version, as the words of a statement. */
  private static final Map<Integer, List<String>> CAME_WITH =
      new TreeMap<>(
          Map.of(
              16, List.of("any_value (", "random_normal (", "json_array (", "json_object ("),
              17, List.of("json_table (", "to_bin (", "to_oct (", "merge_action ("),
              18,
                  List.of(
                      "uuidv7 (",
                      "uuidv4 (",
                      "without overlaps",
                      "not enforced",
                      "returning old .",
                      "returning new .")));

  @Override
  public RuleName name() {
    return RuleName.NEEDS_NEWER_POSTGRES;
  }

  @Override
  public List<LintFinding> look(LintedTrack track) {
    return track
        .files()
        .flatMap(
            file ->
                file.statements().stream()
                    .flatMap(
                        statement ->
                            needs(statement.sql())
                                .or(() -> inChanges(statement.changes()))
                                .filter(need -> need.version() > file.postgres())
                                .map(need -> finding(need, statement.sql(), file))
                                .stream()))
        .toList();
  }

  /** Words, and the version that they came with. */
  private record Need(String words, int version) {}

  private LintFinding finding(Need need, SqlStatement statement, LintedFile file) {
    return file.finding(
        name(),
        statement.line(),
        "%s came with PostgreSQL %d, and the track is to run on %d"
            .formatted(need.words(), need.version(), file.postgres()),
        "write it as PostgreSQL %d knows it, or set  postgres = %d  in lint.properties"
            .formatted(file.postgres(), need.version()));
  }

  private static Optional<Need> needs(SqlStatement statement) {
    return CAME_WITH.entrySet().stream()
        .flatMap(
            version ->
                version.getValue().stream()
                    .filter(words -> statement.contains(words.split(" ", -1)))
                    .map(words -> new Need(words.replace(" (", "()"), version.getKey())))
        .findFirst();
  }

  private static Optional<Need> inChanges(List<TableChange> changes) {
    return changes.stream().flatMap(change -> of(change).stream()).findFirst();
  }

  private static Optional<Need> of(TableChange change) {
    if (change instanceof TableChange.AddConstraint(var table, TableConstraint added)
        && added.kind() == TableConstraint.Kind.NOT_NULL) {
      return Optional.of(new Need("the table constraint NOT NULL", 18));
    }
    boolean computed =
        change instanceof TableChange.AddColumn(var table, var column)
            && column.says("generated", "always", "as", "(")
            && !column.says("stored");
    return computed ? Optional.of(new Need("a virtual column", 18)) : Optional.empty();
  }
}
