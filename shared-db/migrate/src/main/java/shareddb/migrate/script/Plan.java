package shareddb.migrate.script;

import java.util.List;
import java.util.function.Function;
import shareddb.base.track.Version;

/**
 * The plan of an operation.
 *
 * @param <R> the result type of the operation
 */
public sealed interface Plan<R> {

  /** The same plan with another result type. */
  default <S> Plan<S> map(Function<R, S> end) {
    return switch (this) {
      case Scripts<R>(Version from, Version to, Transactions how, List<PlannedScript> all) ->
          new Scripts<>(from, to, how, all);
      case Ended<R>(R result) -> new Ended<>(end.apply(result));
    };
  }

  /** The operation would run these scripts, in this order. */
  record Scripts<R>(Version from, Version to, Transactions transactions, List<PlannedScript> all)
      implements Plan<R> {

    /** Whether the operation commits after this script. */
    public boolean commitsAfter(PlannedScript script) {
      return transactions == Transactions.EACH_ITS_OWN || script.equals(all.getLast());
    }
  }

  /** The operation would run nothing and end with this result. */
  record Ended<R>(R result) implements Plan<R> {}

  /** How an operation commits the scripts of its plan. */
  enum Transactions {
    EACH_ITS_OWN,
    ALL_IN_ONE
  }
}
