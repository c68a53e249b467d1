package shareddb.migrate.script;

import java.util.List;
import java.util.function.Function;
import shareddb.base.track.Version;

/**
 * What an operation would run.
 *
 * @param <R> how the operation itself can end
 */
public sealed interface Plan<R> {

  /** With another word for how it ends where nothing is run. */
  default <S> Plan<S> map(Function<R, S> end) {
    return switch (this) {
      case Scripts<R>(Version from, Version to, Transactions how, List<PlannedScript> all) ->
          new Scripts<>(from, to, how, all);
      case Ended<R>(R result) -> new Ended<>(end.apply(result));
    };
  }

  /** These, in this order. */
  record Scripts<R>(Version from, Version to, Transactions transactions, List<PlannedScript> all)
      implements Plan<R> {

    /** Whether what was done is committed once this one is run. */
    public boolean commitsAfter(PlannedScript script) {
      return transactions == Transactions.EACH_ITS_OWN || script.equals(all.getLast());
    }
  }

  /** Nothing: it would end like this. */
  record Ended<R>(R result) implements Plan<R> {}

  /** How the scripts of a plan are committed. */
  enum Transactions {
    EACH_ITS_OWN,
    ALL_IN_ONE
  }
}
