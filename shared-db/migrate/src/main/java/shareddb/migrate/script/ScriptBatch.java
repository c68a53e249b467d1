package shareddb.migrate.script;

import java.util.List;
import java.util.Optional;
import shareddb.base.sql.SqlStatement;
import shareddb.base.sql.StatementKind;
import shareddb.base.track.Migration;
import shareddb.base.track.ScriptText;
import shareddb.base.track.Target;
import shareddb.migrate.history.HistorySql;
import shareddb.migrate.lock.HistoryLock;

/**
 * Several migrations, or their undo scripts, with their history rows. They are one transaction,
 * which is sent to the server at once. Afterwards the target is the same as if Flyway had applied
 * them one by one. The transaction commits asynchronously, so the caller has to run {@link #KEPT}
 * afterwards.
 */
public final class ScriptBatch {

  /**
   * Changes nothing, and returns when this session's earlier commits are on disk. If the server
   * crashes before that, whole transactions at the end are lost, but never a part of one.
   */
  public static final String KEPT =
      "SELECT set_config('workshop.moved', '', false),"
          + " pg_logical_emit_message(true, 'workshop', 'kept')";

  /** The schema that this session changed last. Empty if it changed none since {@link #KEPT}. */
  public static final String MOVED = "SELECT current_setting('workshop.moved', true)";

  private static final String TRACES_REMOVED =
      "SET SESSION AUTHORIZATION DEFAULT;\nRESET ALL;\nDISCARD TEMP;\n";

  /** Starts to measure the time of the next script. */
  private static final String BEGINS =
      "set_config('workshop.began', clock_timestamp()::text, true)";

  /**
   * A script may have reset all settings. Then its time is measured from the transaction's begin.
   */
  private static final String BEGAN =
      "coalesce(nullif(current_setting('workshop.began', true), '')::timestamptz, now())";

  /** A migration and the text of its script to run. */
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

  /** Applies these, in this order. Empty if one of them cannot be part of a transaction. */
  public static Optional<ScriptBatch> applying(List<Migration> pending) {
    if (pending.stream().anyMatch(m -> ScriptText.isForFlyway(m.file()))) {
      return Optional.empty();
    }
    List<Prepared> scripts =
        pending.stream().map(m -> new Prepared(m, ScriptText.of(m.file()))).toList();
    return addsValueForNext(scripts) ? Optional.empty() : whole(false, scripts);
  }

  /**
   * Whether a script adds an enum value before the last script: the next script could use it only
   * after a COMMIT.
   */
  private static boolean addsValueForNext(List<Prepared> scripts) {
    return scripts.stream()
        .limit(Math.max(0, scripts.size() - 1))
        .flatMap(script -> script.text().statements().stream())
        .anyMatch(SqlStatement::addsEnumValue);
  }

  /** Undoes these, in this order. Each must have an undo script. */
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
   * Whether the script can be a part of a transaction, and of one text with many statements that
   * the driver splits.
   */
  public static boolean fits(ScriptText text) {
    return !text.separate()
        && text.statements().stream()
            .allMatch(s -> s.kind() == StatementKind.IN_TRANSACTION && s.isPlainForDriver());
  }

  /** The script's name, if there is only one script. */
  public Optional<String> onlyScript() {
    return scripts.size() == 1
        ? scripts.stream()
            .map(s -> undoes ? s.migration().undoScript() : s.migration().script())
            .findFirst()
        : Optional.empty();
  }

  /** The SQL for a target whose history ends with this rank. */
  public String on(Target target, int newestRank) {
    return text(target, newestRank, "");
  }

  /** The SQL for a target whose schema does not exist. */
  public String onNew(Target target) {
    return text(target, 0, HistorySql.schema(target));
  }

  private String text(Target target, int newestRank, String history) {
    StringBuilder text = new StringBuilder(beginning(target)).append(history);
    // If nothing comes before the first script, its time begins with the transaction.
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

  /**
   * One statement for all settings, because each statement costs as much as the smallest migration.
   */
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

  /** The statement before every script but the first. */
  private String again(Target target) {
    return "SELECT %s, %s;\n".formatted(BEGINS, searchPath(target));
  }

  /** The setting stays after COMMIT, and disappears with a rollback. */
  private static String moved(Target target) {
    return "set_config('workshop.moved', %s, false)"
        .formatted(HistorySql.literal(target.schema().value()));
  }

  /** The session's settings that a script changed must not reach the next target. */
  private String end(Target target) {
    return leavesTraces ? TRACES_REMOVED + "SELECT " + moved(target) + ";\nCOMMIT" : "COMMIT";
  }

  private String row(Migration migration, Target target, int rank, String began) {
    String took = "(extract(epoch FROM clock_timestamp() - %s) * 1000)::int".formatted(began);
    return undoes
        ? HistorySql.undone(target, String.valueOf(rank), migration).sql(took)
        : HistorySql.applied(target, rank, migration).sql(took);
  }

  /** The same search_path as Flyway sets for an upgrade, or as a downgrade sets. */
  private String searchPath(Target target) {
    String path = target.schema().quoted() + (undoes ? "" : ", \"$user\", public");
    return "set_config('search_path', %s, true)".formatted(HistorySql.literal(path));
  }
}
