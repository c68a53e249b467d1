package shareddb.tenants.fleet.targets;

import java.sql.SQLException;
import java.util.List;
import shareddb.base.names.SchemaName;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;

/** The source of a fleet's list of targets. */
public interface FleetTargets {

  List<FleetTarget> all() throws SQLException;

  /** Whether a schema outside of the list has a name that only a schema of this fleet can have. */
  default boolean couldBeOne(SchemaName schema) {
    return false;
  }

  /** The databases that may have such schemas, even if no target is in them. */
  default List<Login> databases() {
    return List.of();
  }

  /** The schemas or databases that are named like this fleet's targets and are not in its list. */
  default List<Target> orphans(List<FleetTarget> all) throws SQLException {
    return OrphanSchemas.of(this, all);
  }

  /** A fleet of exactly these targets. */
  static FleetTargets of(List<FleetTarget> members) {
    return new ListedTargets(members);
  }
}
