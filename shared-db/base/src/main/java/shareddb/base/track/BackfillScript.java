package shareddb.base.track;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shareddb.base.sql.SqlStatement;

/**
 * A back-fill script: statements that fill the rows that an expanding migration found, and at the
 * end a query for the rows that are not as they should be.
 *
 * @param steps all statements but the last
 * @param proof the last statement: a query that returns no row when everything is filled
 */
public record BackfillScript(Path file, List<SqlStatement> steps, SqlStatement proof) {

  /** The condition that picks one batch of a table: {@code ${batch:todos}}. */
  private static final Pattern BATCH = Pattern.compile("\\$\\{batch:([^}]+)}");

  public BackfillScript {
    steps = List.copyOf(steps);
  }

  /** Reads the script. {@link PhaseCheck} has checked that its last statement is a query. */
  public static BackfillScript of(Path file) {
    List<SqlStatement> all = ScriptText.of(file).statements();
    return new BackfillScript(file, all.subList(0, all.size() - 1), all.getLast());
  }

  /** The tables whose batches the statement works on. At most one; empty if it runs once. */
  public static List<String> tables(SqlStatement statement) {
    return BATCH.matcher(statement.text()).results().map(m -> m.group(1)).distinct().toList();
  }

  /** The statement on a target, with this condition for its batch. */
  public static String on(SqlStatement statement, Target target, String condition) {
    String text =
        BATCH.matcher(statement.text()).replaceAll(Matcher.quoteReplacement("(" + condition + ")"));
    return Placeholders.replace(text, target);
  }

  /** Whether the statement is a query. */
  static boolean isQuery(SqlStatement statement) {
    return statement.tokens().getFirst().is("select");
  }
}
