package workshop.requirementsdatabasepertenant.relocation;

import static org.jooq.impl.DSL.field;
import static workshop.requirementsdatabasepertenant.db.tenant.Tables.GATE;

import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.Field;
import shareddb.base.names.SchemaName;
import shareddb.base.names.WriteLockName;
import shareddb.web.doc.Doc;
import workshop.requirements.relocation.WriteLock;

/** What a relocation adds to requests of a tenant: it may be on its way, or have moved. */
public final class TenantRelocation {

  private TenantRelocation() {}

  public static Doc document(Doc doc) {
    return doc.problem(410, "The tenant has moved: the detail names the module that serves it.")
        .problem(503, "The tenant is moving just now.");
  }

  /**
   * Keeps the tenant here until the transaction ends. The lock comes first: behind it, the
   * relocation writes into this database until when no request may write. The registry tells it
   * too, but it is in another database, which this transaction does not see.
   */
  public static void beforeWrite(DSLContext sql, SchemaName schema) {
    WriteLock.take(sql, WriteLockName.of(schema));
    Field<Instant> now = field("pg_catalog.clock_timestamp()", Instant.class);
    if (sql.fetchExists(GATE, GATE.CLOSED_UNTIL.gt(now))) {
      throw WriteLock.moving();
    }
  }
}
