package shareddb.tenants.fleet.bench;

import java.util.List;
import java.util.Optional;
import shareddb.base.track.Target;

/** One way to apply a track to many schemas. */
interface Contestant {

  /** How many tenants the slow ones are asked for, where there are more. */
  int SAMPLE = Integer.getInteger("bench.sample", 100);

  String name();

  /** How many targets it can be asked for in a bearable time. */
  default int most() {
    return Integer.MAX_VALUE;
  }

  /** Whether it runs in this process, and gets faster after a while. */
  default boolean isWarmedUp() {
    return true;
  }

  /** Up to the track's version of that number. */
  void upgrade(List<Target> targets, int version) throws Exception;

  /** Where all of them stand; nothing where it cannot tell. */
  default Optional<Step> status() {
    return Optional.empty();
  }

  default Optional<Step> drift() {
    return Optional.empty();
  }

  /** What is measured. */
  interface Step {
    void run(List<Target> targets) throws Exception;
  }
}
