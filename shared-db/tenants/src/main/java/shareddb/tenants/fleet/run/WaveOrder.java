package shareddb.tenants.fleet.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * In which order the targets come, and when it is enough: a few first, and the others only where
 * none of these failed.
 *
 * @param canaries how many come first, of those that are to be moved
 * @param named labels of some that come first in any case
 */
public record WaveOrder(int canaries, Set<String> named, Halt halt) {

  /** All at once, whatever happens to some of them. */
  public static final WaveOrder ONE = new WaveOrder(0, Set.of(), new Halt.Never());

  public WaveOrder {
    named = Set.copyOf(named);
  }

  /** When a run takes no more targets on. */
  public sealed interface Halt {

    record Never() implements Halt {}

    /** When more than so many failed. */
    record MoreThan(int failures) implements Halt {}

    /** When more than so many in a hundred of all that are to be moved failed. */
    record MoreThanPercent(int percent) implements Halt {}

    /** How many may fail. */
    default int allowed(int targets) {
      return switch (this) {
        case Never never -> Integer.MAX_VALUE;
        case MoreThan(int failures) -> failures;
        case MoreThanPercent(int percent) -> (int) ((long) targets * percent / 100);
      };
    }
  }

  /** One list for each wave; none is empty. */
  public List<List<TargetWork>> of(List<TargetWork> all) {
    List<TargetWork> first = new ArrayList<>();
    List<TargetWork> rest = new ArrayList<>();
    int counted = canaries;
    for (TargetWork work : all) {
      boolean isNamed = named.contains(work.member().label());
      if (isNamed || counted > 0) {
        counted -= isNamed ? 0 : 1;
        first.add(work);
      } else {
        rest.add(work);
      }
    }
    return List.of(first, rest).stream().filter(wave -> !wave.isEmpty()).toList();
  }
}
