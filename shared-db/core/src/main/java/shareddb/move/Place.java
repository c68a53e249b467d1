package shareddb.move;

import shareddb.migrate.Target;
import shareddb.names.GateName;
import shareddb.names.ModuleName;
import shareddb.settings.Login;
import shareddb.track.Track;

/** Where all rows of a tenant are: a project among others, or a schema of its own. */
public sealed interface Place permits ProjectPlace, TenantPlace {

  ModuleName module();

  /** What made the tables. */
  Track track();

  /** The database and the schema that the rows are in. */
  Target target();

  /** The workshop's own database, which has the journal. */
  Login workshop();

  /** What those who write there pass. */
  GateName gate();

  /** As people call it: {@code project 7 of 02_requirements_shared_schema}. */
  String label();
}
