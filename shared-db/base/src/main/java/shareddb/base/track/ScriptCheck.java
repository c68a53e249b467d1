package shareddb.base.track;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import shareddb.base.sql.SqlScript;
import shareddb.base.sql.StatementKind;
import shareddb.base.sql.UnreadableSql;

/** Finds scripts that cannot run to their end, before anything runs. */
public final class ScriptCheck {

  private ScriptCheck() {}

  /** Throws {@link InvalidTrack} with all problems of these scripts. */
  public static void require(Stream<Path> files) {
    List<String> problems = files.distinct().flatMap(ScriptCheck::problems).toList();
    if (!problems.isEmpty()) {
      throw new InvalidTrack("the track", problems);
    }
  }

  private static Stream<String> problems(Path file) {
    return flaws(file, SqlScript.of(ScriptText.of(file).raw())).stream()
        .map(flaw -> file + " line " + flaw.line() + ": " + flaw.what());
  }

  /** The reasons why the script of this file cannot be run. */
  public static List<UnreadableSql> flaws(Path file, SqlScript script) {
    List<UnreadableSql> ends = transactionEnds(file, script);
    return ends.isEmpty() || ScriptText.isSeparate(file)
        ? script.flaws()
        : Stream.concat(script.flaws().stream(), ends.stream()).toList();
  }

  /**
   * A script must not end its transaction: if a later statement failed, the earlier ones would
   * stay.
   */
  private static List<UnreadableSql> transactionEnds(Path file, SqlScript script) {
    String settings = file.getFileName() + ".conf";
    return script.statements().stream()
        .filter(statement -> statement.kind() == StatementKind.TRANSACTION_CONTROL)
        .map(
            statement ->
                new UnreadableSql(
                    statement.line(),
                    statement.text()
                        + ": the script runs in a transaction, which the tool begins and ends;"
                        + " take the statement out, or write executeInTransaction=false into "
                        + settings))
        .toList();
  }
}
