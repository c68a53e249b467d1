package shareddb.tenants.fleet.run;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import shareddb.migrate.script.ScriptBatch;

/**
 * Targets of one database whose scripts go to the server together. Each target has a transaction of
 * its own, but all of them need only one round trip and one wait for the disk.
 */
record TargetBatch(FleetScripts scripts, List<TargetWork> works) {

  /** Schema names that cannot end a string or a comment in a script. */
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_ -]+");

  /**
   * The first target alone; or, if it may share a batch, together with the targets directly after
   * it that may share one too.
   */
  static TargetBatch of(
      FleetScripts scripts, List<TargetWork> works, Predicate<TargetWork> isSociable) {
    Predicate<TargetWork> joins = work -> isPlain(work) && isSociable.test(work);
    int end = 1;
    if (joins.test(works.getFirst())) {
      while (end < works.size() && joins.test(works.get(end))) {
        end++;
      }
    }
    return new TargetBatch(scripts, works.subList(0, end));
  }

  private static boolean isPlain(TargetWork work) {
    return PLAIN.matcher(work.member().target().schema().value()).matches();
  }

  int size() {
    return works.size();
  }

  /**
   * The scripts of the first target. In a batch of several targets the worker has run all scripts
   * before without an error.
   */
  ScriptBatch script() {
    return whole(first());
  }

  TargetWork first() {
    return works.getFirst();
  }

  /** Runs all transactions, and returns when they are committed and on the disk. */
  void run(WorkerSession session) throws SQLException {
    String sql =
        works.stream().map(work -> work.sql(whole(work)) + ";\n").collect(Collectors.joining());
    session.run(works.getFirst().member().target(), sql + ScriptBatch.KEPT);
  }

  private ScriptBatch whole(TargetWork work) {
    return scripts.of(work.position()).orElseThrow();
  }

  /**
   * The targets whose transactions were committed before an error. Returns when these are on the
   * disk.
   */
  List<TargetWork> moved(WorkerSession session) throws SQLException {
    String last = session.lastMoved();
    session.keep();
    int count = 0;
    for (int i = 0; i < works.size(); i++) {
      if (works.get(i).member().target().schema().value().equals(last)) {
        count = i + 1;
      }
    }
    return works.subList(0, count);
  }
}
