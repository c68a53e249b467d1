package workshop.requirementsschemapertenant.relocation;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import shareddb.base.names.SchemaName;
import shareddb.base.names.WriteLockName;
import shareddb.web.doc.Doc;
import workshop.requirements.relocation.WriteLock;

/** What a relocation adds to requests of a tenant: its schema may be on its way, or have moved. */
public final class TenantRelocation {

  /** SQLSTATEs: a table does not exist; a role does not exist. */
  private static final Set<String> MISSING = Set.of("42P01", "22023");

  private TenantRelocation() {}

  public static Doc document(Doc doc) {
    return doc.problem(410, "The tenant has moved: the detail names the module that serves it.")
        .problem(503, "The tenant is moving just now.");
  }

  /** Keeps the tenant here until the transaction ends. */
  public static void beforeWrite(DSLContext sql, SchemaName schema) {
    WriteLock.take(sql, WriteLockName.of(schema));
  }

  /** The relocation may drop the schema after the request has asked the registry. */
  public static RuntimeException explain(DSLContext db, SchemaName schema, DataAccessException e) {
    return MISSING.contains(e.sqlState()) && isGone(db, schema) ? WriteLock.moving() : e;
  }

  private static boolean isGone(DSLContext db, SchemaName schema) {
    return db.select(
            field("pg_catalog.to_regnamespace({0}) IS NULL", Boolean.class, val(schema.quoted())))
        .fetchSingle()
        .value1();
  }
}
