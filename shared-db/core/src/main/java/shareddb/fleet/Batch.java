package shareddb.fleet;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import shareddb.migrate.InOneGo;
import shareddb.migrate.Target;

/**
 * Targets of one database that take the same scripts, and are sent together: each is a transaction
 * of its own, but the way to the server and back is made once for all of them, and Postgres waits
 * for the disk once.
 */
record Batch(InOneGo scripts, List<Work> works) {

  /** A name that cannot change where in a script a text or a comment ends. */
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_ -]+");

  /** The first of them, and those right behind it that may go with it. */
  static Batch of(InOneGo scripts, List<Work> works, Predicate<Work> isAlike) {
    int end = 1;
    if (isPlain(works.getFirst())) {
      while (end < works.size() && isPlain(works.get(end)) && isAlike.test(works.get(end))) {
        end++;
      }
    }
    return new Batch(scripts, works.subList(0, end));
  }

  private static boolean isPlain(Work work) {
    return PLAIN.matcher(work.member().target().schema().value()).matches();
  }

  int size() {
    return works.size();
  }

  /** Returns when all of them are moved, and the disk has it. */
  void run(Session session) throws SQLException {
    session.run(works.getFirst().member().target(), sql());
  }

  private String sql() {
    return works.stream().map(this::sql).collect(Collectors.joining()) + InOneGo.KEPT;
  }

  private String sql(Work work) {
    Target target = work.member().target();
    String sql =
        work.position().ground().isBare()
            ? scripts.onNew(target)
            : scripts.on(target, work.position().newestRank());
    return sql + ";\n";
  }

  /** After an error: those that were moved nevertheless, and are on the disk from now on. */
  List<Work> moved(Session session) throws SQLException {
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
