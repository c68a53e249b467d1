package shareddb.fleet;

import java.sql.SQLException;
import java.util.List;
import shareddb.migrate.Target;
import shareddb.names.SchemaName;
import shareddb.settings.Login;

/** Where the list of a fleet's targets comes from. */
public interface Members {

  List<Member> all() throws SQLException;

  /** Whether a schema that is on no list has a name as only this fleet's schemas have it. */
  default boolean couldBeOne(SchemaName schema) {
    return false;
  }

  /** Where such schemas may be, though no target is there. */
  default List<Login> databases() {
    return List.of();
  }

  /** What is named as its targets are, and is none of these. */
  default List<Target> orphans(List<Member> all) throws SQLException {
    return Orphans.of(this, all);
  }

  /** These, and no others. */
  static Members of(List<Member> members) {
    return new ListedMembers(members);
  }
}
