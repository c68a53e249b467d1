package shareddb.fleet;

import java.util.List;

/** Works on targets on one connection: moves them, or rehearses that. */
interface Worker extends AutoCloseable {

  /** How many targets it is well given at once. */
  int atOnce();

  /**
   * How the first of these came out, in their order; those behind them were not tried. All are of
   * one database. Throws only where a server does not answer without which there is no run.
   */
  List<Attempt> work(List<Work> some) throws Session.Unreachable;

  @Override
  void close();
}
