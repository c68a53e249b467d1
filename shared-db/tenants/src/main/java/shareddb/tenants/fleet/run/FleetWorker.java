package shareddb.tenants.fleet.run;

import java.util.List;

/** Works on targets on one connection: moves them, or rehearses that. */
public interface FleetWorker extends AutoCloseable {

  /** How many targets it is well given at once. */
  int atOnce();

  /**
   * How the first of these came out, in their order; those behind them were not tried. All are of
   * one database. Throws only where a server does not answer without which there is no run.
   */
  List<TargetAttempt> work(List<TargetWork> some) throws WorkerSession.Unreachable;

  @Override
  void close();
}
