package shareddb.tenants.fleet.targets;

/** Receives the events of a run, one at a time, from the threads of the run. */
public interface FleetListener {

  /** Ignores all events. */
  FleetListener SILENT = event -> {};

  void hears(FleetEvent event);
}
