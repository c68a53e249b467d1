package shareddb.tenants.fleet.run;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import shareddb.migrate.script.ScriptBatch;

/**
 * Targets of one database that are sent together: each is a transaction of its own, but the way to
 * the server and back is made once for all of them, and Postgres waits for the disk once.
 */
record TargetBatch(FleetScripts scripts, List<TargetWork> works) {

  /** A name that cannot change where in a script a text or a comment ends. */
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_ -]+");

  /** The first of them; and, where it may have company, those right behind it that may be it. */
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

  /** What the first of them takes; what the others take went well before. */
  ScriptBatch script() {
    return whole(first());
  }

  TargetWork first() {
    return works.getFirst();
  }

  /** Returns when all of them are moved, and the disk has it. */
  void run(WorkerSession session) throws SQLException {
    String sql =
        works.stream().map(work -> work.sql(whole(work)) + ";\n").collect(Collectors.joining());
    session.run(works.getFirst().member().target(), sql + ScriptBatch.KEPT);
  }

  private ScriptBatch whole(TargetWork work) {
    return scripts.of(work.position()).orElseThrow();
  }

  /** After an error: those that were moved nevertheless, and are on the disk from now on. */
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
