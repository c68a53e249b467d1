package shareddb.tenants.fleet.target;

/** Hears what happens in a run; one event at a time, from the threads that work. */
public interface FleetListener {

  /** Wants to hear nothing. */
  FleetListener SILENT = event -> {};

  void hears(FleetEvent event);
}
