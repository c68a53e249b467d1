package workshop.requirementsschemapertenant;

import static workshop.requirementsschemapertenant.db.shared.Tables.TENANT_FOUND;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.UnauthorizedResponse;
import java.util.Locale;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import shareddb.base.names.Sha256;
import shareddb.web.doc.SecurityScheme;
import workshop.requirements.access.SignIn;
import workshop.requirements.access.TenantStatus;
import workshop.requirementsschemapertenant.db.shared.tables.records.TenantFoundRecord;

/**
 * Finds the tenant of a request in the registry: by its key, or by the host that the client asked.
 *
 * <p>A host proves nothing, as a client can write any host into a request. That is good enough here
 * because the port is on the loopback address. In production a proxy stands in front, which knows
 * who logged in at which host.
 */
record TenantLookup(DSLContext db) {

  static final SecurityScheme SCHEME =
      SecurityScheme.header(
          TenantLookup.KEY, "The tenant's key; without it, the host names the tenant.");

  static final String KEY = "X-API-Key";

  /** A handler for {@code beforeMatched}: it keeps the tenant for the handlers behind it. */
  void check(Context ctx) {
    String key = ctx.header(KEY);
    Result<TenantFoundRecord> found = find(key, domain(ctx.host()));
    if (found.isEmpty() || (key != null && !found.getValues(TENANT_FOUND.HAS_KEY).contains(true))) {
      throw unknown(ctx);
    }
    if (found.size() > 1) {
      throw new ForbiddenResponse(
          "The key is of another tenant than the host; show one of the two");
    }
    TenantFoundRecord row = found.getFirst();
    TenantStatus.expectActive(row.getTenantName(), row.getStatus(), row.getMovedTo());
    ctx.attribute(KEY, Tenant.of(row));
  }

  /** The tenant of this request. */
  static Tenant tenant(Context ctx) {
    return Objects.requireNonNull(ctx.<Tenant>attribute(KEY));
  }

  /** Whether this host is the domain of a tenant. */
  boolean isDomain(String host) {
    return !find(null, host).isEmpty();
  }

  /**
   * Two rows if the key and the host are of different tenants. Each request asks the registry: a
   * cache would serve a suspended tenant, or an old key, a moment longer.
   *
   * <p>A quick hash is enough for the key: its 256 bits are random, so it cannot be guessed.
   */
  private Result<TenantFoundRecord> find(@Nullable String key, @Nullable String host) {
    return db.selectFrom(TENANT_FOUND(key == null ? null : Sha256.of(key), host)).fetch();
  }

  private static UnauthorizedResponse unknown(Context ctx) {
    return SignIn.refused(
        ctx,
        KEY,
        ctx.header(KEY) == null
            ? "Name the tenant: " + KEY + ": wsk_…, or ask its own host"
            : "No tenant has the key in " + KEY);
  }

  /** As the registry has it: without a port, in lower case. */
  private static @Nullable String domain(@Nullable String host) {
    return host == null ? null : host.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT);
  }
}
