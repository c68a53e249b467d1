package shareddb.fleet;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came out of a rehearsal. */
final class TrialOutcomes implements Outcomes {

  private final FleetListener listener;
  private final List<Outcome.Moved> passed = new ArrayList<>();
  private final List<Outcome.Failed> failed = new ArrayList<>();
  private int untried;
  private @Nullable SQLException problem;

  TrialOutcomes(FleetListener listener) {
    this.listener = listener;
  }

  @Override
  public synchronized void add(Outcome outcome) {
    switch (outcome) {
      case Outcome.Moved moved -> passed.add(moved);
      case Outcome.Failed failure -> failed.add(failure);
      case Outcome.Unreachable away -> untried++;
      case Outcome.Gone gone -> untried++;
    }
    listener.hears(new FleetEvent.TargetDone(outcome));
  }

  @Override
  public synchronized void untried() {
    untried++;
  }

  @Override
  public synchronized void waits(Work work, String why) {
    if (work.tries() == 1) {
      listener.hears(new FleetEvent.TargetWaits(work.member(), why));
    }
  }

  @Override
  public synchronized void stop(Exception why) {
    if (problem == null) {
      problem =
          why instanceof SQLException error
              ? error
              : new SQLException(why.getMessage() + "; nothing was changed", why);
    }
  }

  @Override
  public synchronized boolean goesOn() {
    return problem == null;
  }

  /** Throws where the server does not answer any more, or the rehearsal was interrupted. */
  synchronized void check() throws SQLException {
    if (problem != null) {
      throw problem;
    }
  }

  synchronized List<Outcome.Moved> passed() {
    return List.copyOf(passed);
  }

  synchronized List<Outcome.Failed> failed() {
    return List.copyOf(failed);
  }

  synchronized int count() {
    return untried;
  }
}
