package shareddb.base.track;

import shareddb.base.names.DatabaseName;
import shareddb.base.names.RoleName;
import shareddb.base.names.SchemaName;
import shareddb.base.settings.Login;

/**
 * A target of a track: one database, with its administrator's login, and one schema in it.
 *
 * @param apiRole the role that an API of this schema logs in as
 */
public record Target(Login admin, SchemaName schema, RoleName apiRole) {

  public static final String HISTORY_TABLE = "flyway_schema_history";

  /** A target whose role is named after its schema. */
  public Target(Login admin, SchemaName schema) {
    this(admin, schema, RoleName.apiOf(schema));
  }

  /**
   * The usual target of a track: the schema with its module's name, in the database that the module
   * sets.
   *
   * @param workshop the administrator's login to the workshop's database
   */
  public static Target usual(Login workshop, Track track) {
    return of(workshop, track, track.module().schema());
  }

  /**
   * The target with this schema in the track's database. Throws if the module does not say clearly
   * which database that is.
   */
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

  /** The quoted name of the history table. */
  public String historyTable() {
    return schema.quoted(HISTORY_TABLE);
  }

  /**
   * Whether its database is not the workshop's. An upgrade creates such a database and revokes the
   * rights of PUBLIC in it.
   */
  public boolean isOutside(Login workshop) {
    return !admin.database().equals(workshop.database());
  }

  /** The same schema and role in another database. */
  public Target in(Login otherDatabase) {
    return new Target(otherDatabase, schema, apiRole);
  }

  @Override
  public String toString() {
    return "schema " + schema.quoted() + " of " + admin.database() + " at " + admin.address();
  }
}
