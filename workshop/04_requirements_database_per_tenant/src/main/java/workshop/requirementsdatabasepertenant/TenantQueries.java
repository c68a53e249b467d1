package workshop.requirementsdatabasepertenant;

import static org.jooq.impl.DSL.val;

import java.util.List;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import shareddb.base.names.Sha256;
import shareddb.web.Database;
import shareddb.web.Prepared;
import shareddb.web.Row;
import workshop.requirementsdatabasepertenant.db.shared.Tables;
import workshop.requirementsdatabasepertenant.db.shared.tables.TenantFound;

/**
 * The one question to the registry. It is asked for each request: a key that was changed, and a
 * tenant that was suspended, are not served a moment longer.
 */
final class TenantQueries {

  private static final TenantFound FOUND =
      Tables.TENANT_FOUND(val((String) null), val((String) null));

  private final Prepared<TenantRow> tenantFound;

  TenantQueries(Database database) {
    this.tenantFound = database.prepared(DSL.selectFrom(FOUND), TenantQueries::row);
  }

  /**
   * None, one, or two where the key is of one tenant and the host of another.
   *
   * <p>The key's 256 bits are random, so a quick hash does: nobody can try that many.
   */
  List<TenantRow> find(@Nullable String key, @Nullable String host) {
    return tenantFound.fetch(key == null ? null : Sha256.of(key), host);
  }

  private static TenantRow row(Row row) {
    return new TenantRow(
        row.get(FOUND.TENANT_NAME),
        row.get(FOUND.SERVER_NAME),
        row.get(FOUND.DATABASE_NAME),
        row.get(FOUND.SCHEMA_NAME),
        row.get(FOUND.STATUS),
        row.getOrNull(FOUND.MOVED_TO),
        row.get(FOUND.HAS_KEY),
        row.get(FOUND.HAS_HOST));
  }
}
