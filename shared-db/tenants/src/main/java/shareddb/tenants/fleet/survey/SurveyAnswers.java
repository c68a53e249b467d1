package shareddb.tenants.fleet.survey;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import shareddb.base.track.Target;
import shareddb.migrate.lock.Blocker;

/**
 * What came of asking many targets the same. Of those whose database is not there it is neither.
 *
 * @param unseen why those were not asked whose server does not answer
 * @param locked which sessions keep those locked that could not be read
 */
record SurveyAnswers<T>(
    Map<Target, T> of, Map<Target, String> unseen, Map<Target, Blocker> locked) {

  static <T> SurveyAnswers<T> none() {
    return new SurveyAnswers<>(new HashMap<>(), new HashMap<>(), new HashMap<>());
  }

  /** Why there is no answer of a target, where there is none. */
  Optional<String> whyNot(Target target) {
    return Optional.ofNullable(unseen.get(target))
        .or(() -> Optional.ofNullable(locked.get(target)).map(Blocker::holdsALock));
  }

  void add(SurveyAnswers<T> more) {
    of.putAll(more.of);
    unseen.putAll(more.unseen);
    locked.putAll(more.locked);
  }
}
