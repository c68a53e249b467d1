package shareddb.learn.classroom;

import java.util.List;

/** Keeps the keys of learners who are being added. */
@FunctionalInterface
public interface LearnerKeyReceiver {

  /**
   * Keeps the keys. It is called before the COMMIT that makes them valid, so that no learner has a
   * key that is lost.
   */
  void keep(List<LearnerKey> keys);
}
