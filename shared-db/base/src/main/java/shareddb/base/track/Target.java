package shareddb.base.track;

import shareddb.base.names.DatabaseName;
import shareddb.base.names.RoleName;
import shareddb.base.names.SchemaName;
import shareddb.base.settings.Login;

/**
 * Where a track is applied: a database, as its administrator, and a schema in it.
 *
 * @param apiRole the role that an API of this schema logs in as
 */
public record Target(Login admin, SchemaName schema, RoleName apiRole) {

  public static final String HISTORY_TABLE = "flyway_schema_history";

  /** With the role that is named after the schema. */
  public Target(Login admin, SchemaName schema) {
    this(admin, schema, RoleName.apiOf(schema));
  }

  /**
   * Where a track is applied that nobody says anything else of: in the schema of its module's name,
   * in the database that its module says.
   *
   * @param workshop the administrator's login to the workshop's database
   */
  public static Target usual(Login workshop, Track track) {
    return of(workshop, track, track.module().schema());
  }

  /** In another schema of the same database; throws where the module does not say which one. */
  public static Target of(Login workshop, Track track, SchemaName schema) {
    Login admin =
        switch (track.database()) {
          case TrackDatabase.Named(DatabaseName name) -> workshop.to(name);
          case TrackDatabase.Workshops ignored -> workshop;
          case TrackDatabase.EachTenants ignored -> workshop;
          case TrackDatabase.Unclear ignored -> throw track.invalid();
        };
    return new Target(admin, schema, track.apiRole(schema));
  }

  /** As it stands in SQL. */
  public String historyTable() {
    return schema.quoted(HISTORY_TABLE);
  }

  /** Whether its database is another than the workshop's, which the server makes and closes. */
  public boolean isOutside(Login workshop) {
    return !admin.database().equals(workshop.database());
  }

  /** With the same schema and the same role in another database. */
  public Target in(Login otherDatabase) {
    return new Target(otherDatabase, schema, apiRole);
  }

  @Override
  public String toString() {
    return "schema " + schema.quoted() + " of " + admin.database() + " at " + admin.address();
  }
}
