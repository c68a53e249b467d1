package shareddb.web;

import java.util.function.Function;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.SchemaName;
import shareddb.base.names.ServerName;

/** The databases of tenants that have one each: opened when somebody asks for what is in them. */
public interface TenantDatabases {

  /** Of a module that is not served. */
  TenantDatabases NONE =
      new TenantDatabases() {
        @Override
        public <T> T in(Place place, Function<Database, T> work) {
          throw new IllegalStateException("the module is not served: nobody opened " + place);
        }
      };

  /** A tenant's schema in a database of its own. */
  record Place(ServerName server, DatabaseName database, SchemaName schema) {}

  /**
   * Does something in one of them, as the role of its schema; its statements name tables without
   * that. Ends the request with 503 and a time to come back where its server is away, or too many
   * others are in use just now.
   */
  <T> T in(Place place, Function<Database, T> work);
}
