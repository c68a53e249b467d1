package shareddb.tenants.fleet.target;

import java.sql.SQLException;
import java.util.List;
import shareddb.base.names.SchemaName;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;

/** Where the list of a fleet's targets comes from. */
public interface FleetTargets {

  List<FleetTarget> all() throws SQLException;

  /** Whether a schema that is on no list has a name as only this fleet's schemas have it. */
  default boolean couldBeOne(SchemaName schema) {
    return false;
  }

  /** Where such schemas may be, though no target is there. */
  default List<Login> databases() {
    return List.of();
  }

  /** What is named as its targets are, and is none of these. */
  default List<Target> orphans(List<FleetTarget> all) throws SQLException {
    return OrphanSchemas.of(this, all);
  }

  /** These, and no others. */
  static FleetTargets of(List<FleetTarget> members) {
    return new ListedTargets(members);
  }
}
