package shareddb.tenants.fleet.run;

import java.util.List;

/** Runs or tries the scripts of targets, on one connection. */
public interface FleetWorker extends AutoCloseable {

  /** How many targets the worker wants at once. */
  int atOnce();

  /**
   * Works on targets of one database and returns the attempts for the first of them, in their
   * order. Targets without an attempt were not tried. Throws if the run cannot go on because a
   * server does not answer.
   */
  List<TargetAttempt> work(List<TargetWork> some) throws WorkerSession.Unreachable;

  @Override
  void close();
}
