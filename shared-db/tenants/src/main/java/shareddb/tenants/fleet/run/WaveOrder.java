package shareddb.tenants.fleet.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The order of the targets, and when a run stops. A first wave has a few targets; the other targets
 * follow only if none of these failed.
 *
 * @param canaries how many targets the first wave takes from the front of the list
 * @param named labels of targets that are in the first wave in any case
 */
public record WaveOrder(int canaries, Set<String> named, Halt halt) {

  /** One wave with all targets, which no failure stops. */
  public static final WaveOrder ONE = new WaveOrder(0, Set.of(), new Halt.Never());

  public WaveOrder {
    named = Set.copyOf(named);
  }

  /** The number of failures after which a run takes no more targets. */
  public sealed interface Halt {

    record Never() implements Halt {}

    /** Stops when more targets than this have failed. */
    record MoreThan(int failures) implements Halt {}

    /** Stops when more than this percentage of all targets of the run have failed. */
    record MoreThanPercent(int percent) implements Halt {}

    /** How many of the run's targets may fail. */
    default int allowed(int targets) {
      return switch (this) {
        case Never never -> Integer.MAX_VALUE;
        case MoreThan(int failures) -> failures;
        case MoreThanPercent(int percent) -> (int) ((long) targets * percent / 100);
      };
    }
  }

  /** The waves, one list each; none is empty. */
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
