package shareddb.migrate.script;

import java.util.List;
import java.util.Optional;
import shareddb.base.sql.SqlStatement;
import shareddb.base.sql.StatementKind;
import shareddb.base.track.Migration;
import shareddb.base.track.Target;
import shareddb.migrate.history.HistorySql;
import shareddb.migrate.lock.HistoryLock;

/**
 * Several migrations, or their undo scripts, with all that is written to the history: one
 * transaction, which goes to the server in one go. Afterwards the target is as if Flyway had
 * applied them one by one. Whoever sends it sees to it that it is {@link #KEPT}.
 */
public final class ScriptBatch {

  /**
   * Changes nothing, and returns when the disk has it, and with it all that was committed before in
   * the same session. Postgres loses no part of a transaction, but the last ones as a whole, if it
   * breaks down before that.
   */
  public static final String KEPT =
      "SELECT set_config('workshop.moved', '', false),"
          + " pg_logical_emit_message(true, 'workshop', 'kept')";

  /** The schema that the session moved last; empty where it did not since it was {@link #KEPT}. */
  public static final String MOVED = "SELECT current_setting('workshop.moved', true)";

  private static final String TRACES_REMOVED =
      "SET SESSION AUTHORIZATION DEFAULT;\nRESET ALL;\nDISCARD TEMP;\n";

  /** From here on the next script's time is counted. */
  private static final String BEGINS =
      "set_config('workshop.began', clock_timestamp()::text, true)";

  /** A script may have reset everything, the beginning of its own time too. */
  private static final String BEGAN =
      "coalesce(nullif(current_setting('workshop.began', true), '')::timestamptz, now())";

  private record Prepared(Migration migration, ScriptText text) {}

  private final boolean undoes;
  private final List<Prepared> scripts;
  private final boolean leavesTraces;

  private ScriptBatch(boolean undoes, List<Prepared> scripts) {
    this.undoes = undoes;
    this.scripts = scripts;
    this.leavesTraces =
        scripts.stream()
            .flatMap(script -> script.text().statements().stream())
            .anyMatch(SqlStatement::changesSession);
  }

  /** Applies these, in this order; nothing where one of them cannot be part of a transaction. */
  public static Optional<ScriptBatch> applying(List<Migration> pending) {
    if (pending.stream().anyMatch(m -> ScriptText.isForFlyway(m.file()))) {
      return Optional.empty();
    }
    List<Prepared> scripts =
        pending.stream().map(m -> new Prepared(m, ScriptText.of(m.file()))).toList();
    return addsValueForNext(scripts) ? Optional.empty() : whole(false, scripts);
  }

  /** A value of an enum type can be used by the next script once it is committed. */
  private static boolean addsValueForNext(List<Prepared> scripts) {
    return scripts.stream()
        .limit(Math.max(0, scripts.size() - 1))
        .flatMap(script -> script.text().statements().stream())
        .anyMatch(SqlStatement::addsEnumValue);
  }

  /** Undoes these, in this order, each of which must have an undo script. */
  public static Optional<ScriptBatch> undoing(List<Migration> doomed) {
    return whole(
        true,
        doomed.stream().map(m -> new Prepared(m, ScriptText.of(m.undo().orElseThrow()))).toList());
  }

  private static Optional<ScriptBatch> whole(boolean undoes, List<Prepared> scripts) {
    return scripts.stream().allMatch(script -> fits(script.text()))
        ? Optional.of(new ScriptBatch(undoes, scripts))
        : Optional.empty();
  }

  /**
   * Whether it can be a part of a transaction, and of a text of many statements, which the driver
   * cuts.
   */
  public static boolean fits(ScriptText text) {
    return !text.separate()
        && text.statements().stream()
            .allMatch(s -> s.kind() == StatementKind.IN_TRANSACTION && s.isPlainForDriver());
  }

  /** The name of its script, where it has one alone. */
  public Optional<String> onlyScript() {
    return scripts.size() == 1
        ? scripts.stream()
            .map(s -> undoes ? s.migration().undoScript() : s.migration().script())
            .findFirst()
        : Optional.empty();
  }

  /** All of it on a target whose history ends with this rank. */
  public String on(Target target, int newestRank) {
    return text(target, newestRank, "");
  }

  /** All of it on a target whose schema is not there. */
  public String onNew(Target target) {
    return text(target, 0, HistorySql.schema(target));
  }

  private String text(Target target, int newestRank, String history) {
    StringBuilder text = new StringBuilder(beginning(target)).append(history);
    // Where nothing comes before it, the first one begins with the transaction.
    boolean isFirst = history.isEmpty();
    int rank = newestRank;
    for (Prepared script : scripts) {
      rank++;
      text.append(isFirst ? "" : again(target))
          .append(script.text().on(target))
          .append("\n;\n")
          .append(row(script.migration(), target, rank, isFirst ? "now()" : BEGAN));
      isFirst = false;
    }
    return text.append(end(target)).toString();
  }

  /** One statement, as each costs as much as the smallest migration. */
  private String beginning(Target target) {
    return """
    BEGIN;
    SELECT set_config('synchronous_commit', 'off', true),
           %s,
           %s,
           pg_advisory_xact_lock(%d);
    """
        .formatted(searchPath(target), moved(target), HistoryLock.key(target));
  }

  /** Before a script that is not the first one. */
  private String again(Target target) {
    return "SELECT %s, %s;\n".formatted(BEGINS, searchPath(target));
  }

  /** Holds from the transaction's end on, and not at all where it does not come to that. */
  private static String moved(Target target) {
    return "set_config('workshop.moved', %s, false)"
        .formatted(HistorySql.literal(target.schema().value()));
  }

  /** What a script set for its session was not meant for the next target. */
  private String end(Target target) {
    return leavesTraces ? TRACES_REMOVED + "SELECT " + moved(target) + ";\nCOMMIT" : "COMMIT";
  }

  private String row(Migration migration, Target target, int rank, String began) {
    String took = "(extract(epoch FROM clock_timestamp() - %s) * 1000)::int".formatted(began);
    return undoes
        ? HistorySql.undone(target, String.valueOf(rank), migration).sql(took)
        : HistorySql.applied(target, rank, migration).sql(took);
  }

  /** As Flyway sets it, and as a downgrade does. */
  private String searchPath(Target target) {
    String path = target.schema().quoted() + (undoes ? "" : ", \"$user\", public");
    return "set_config('search_path', %s, true)".formatted(HistorySql.literal(path));
  }
}
