package shareddb.serve;

import java.util.function.Function;
import org.jooq.DSLContext;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.SchemaName;
import shareddb.base.names.ServerName;

/** The databases of tenants that have one each. One is opened when a request needs it. */
public interface TenantDatabases {

  /** A tenant's schema in a database of its own. */
  record Place(ServerName server, DatabaseName database, SchemaName schema) {}

  /**
   * Does some work in a tenant's database, as the API role of its schema. The statements name
   * tables without their schema: the work says by {@code search_path} which schema is meant.
   *
   * <p>Throws {@link shareddb.web.problem.RetryLater} if the server is away, or if too many other
   * databases are in use.
   */
  <T> T in(Place place, Function<DSLContext, T> work);
}
