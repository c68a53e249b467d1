package shareddb.fleet;

import java.util.HashMap;
import java.util.Map;
import shareddb.migrate.Target;

/**
 * What came of asking many targets the same. Of those whose database is not there it is neither.
 *
 * @param unseen why those were not asked whose server does not answer
 */
record Answers<T>(Map<Target, T> of, Map<Target, String> unseen) {

  static <T> Answers<T> none() {
    return new Answers<>(new HashMap<>(), new HashMap<>());
  }

  void add(Answers<T> more) {
    of.putAll(more.of);
    unseen.putAll(more.unseen);
  }
}
