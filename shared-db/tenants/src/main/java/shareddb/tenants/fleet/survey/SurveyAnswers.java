package shareddb.tenants.fleet.survey;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import shareddb.base.track.Target;
import shareddb.migrate.lock.Blocker;

/**
 * The answers of many targets to one question. A target whose database does not exist is in none of
 * the maps.
 *
 * @param of the answers
 * @param unseen the targets that were not asked because their server does not answer, with the
 *     reasons
 * @param locked the targets that could not be read, with the session that locks them
 */
record SurveyAnswers<T>(
    Map<Target, T> of, Map<Target, String> unseen, Map<Target, Blocker> locked) {

  static <T> SurveyAnswers<T> none() {
    return new SurveyAnswers<>(new HashMap<>(), new HashMap<>(), new HashMap<>());
  }

  /**
   * The reason why the target was not read. Empty if it was read, or if its database does not
   * exist.
   */
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
