package shareddb.tenants.fleet;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import shareddb.tenants.fleet.run.OutcomeReceiver;
import shareddb.tenants.fleet.run.TargetWork;
import shareddb.tenants.fleet.targets.FleetEvent;
import shareddb.tenants.fleet.targets.FleetListener;
import shareddb.tenants.fleet.targets.TargetOutcome;

/** Collects the outcomes of a dry run from its workers. */
public final class DryRunOutcomes implements OutcomeReceiver {

  private final FleetListener listener;
  private final List<TargetOutcome.Moved> passed = new ArrayList<>();
  private final List<TargetOutcome.Failed> failed = new ArrayList<>();
  private int untried;
  private @Nullable SQLException problem;

  public DryRunOutcomes(FleetListener listener) {
    this.listener = listener;
  }

  @Override
  public synchronized void add(TargetOutcome outcome) {
    switch (outcome) {
      case TargetOutcome.Moved moved -> passed.add(moved);
      case TargetOutcome.Failed failure -> failed.add(failure);
      case TargetOutcome.Unreachable away -> untried++;
      case TargetOutcome.Gone gone -> untried++;
    }
    listener.hears(new FleetEvent.TargetDone(outcome));
  }

  @Override
  public synchronized void untried() {
    untried++;
  }

  @Override
  public synchronized void waits(TargetWork work, String why) {
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

  /** Throws the error that ended the dry run early, if there is one. */
  public synchronized void check() throws SQLException {
    if (problem != null) {
      throw problem;
    }
  }

  public synchronized List<TargetOutcome.Moved> passed() {
    return List.copyOf(passed);
  }

  public synchronized List<TargetOutcome.Failed> failed() {
    return List.copyOf(failed);
  }

  public synchronized int count() {
    return untried;
  }
}
