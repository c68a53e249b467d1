package workshop.requirementsschemapertenant;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.conf.SettingsTools;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import shareddb.web.doc.Doc;
import workshop.requirements.Email;
import workshop.requirements.Role;
import workshop.requirements.Workspace;
import workshop.requirements.Workspaces;
import workshop.requirements.access.FairShare;
import workshop.requirements.access.SignIn;
import workshop.requirements.relocation.WriteLock;

/**
 * A project is a tenant, and a tenant is a schema. The login role of this API has no right on any
 * table. In the transaction of a request it takes the tenant's role, and {@code search_path} names
 * the tenant's schema; both end with the transaction.
 */
final class TenantWorkspaces implements Workspaces {

  /** SQLSTATEs: a table does not exist; a role does not exist. */
  private static final Set<String> MISSING = Set.of("42P01", "22023");

  private final DSLContext db;

  /** Fewer than half of the pool's connections for one tenant. */
  private final FairShare<Tenant> shares = new FairShare<>(4);

  TenantWorkspaces(DSLContext db) {
    this.db = withoutSchemas(db);
  }

  /** Statements name tables without a schema, so that one set of classes serves all tenants. */
  static DSLContext withoutSchemas(DSLContext db) {
    return DSL.using(
        db.configuration().derive(SettingsTools.clone(db.settings()).withRenderSchema(false)));
  }

  @Override
  public String prefix() {
    return "";
  }

  @Override
  public Doc document(Doc doc) {
    return doc.secured(TenantLookup.SCHEME, SignIn.SCHEME)
        .problem(403, "The tenant is suspended, or the key is of another tenant than the host.")
        .problem(410, "The tenant has moved: the detail names the module that serves it.")
        .problem(503, "The tenant is being made, could not be made, or is moving.");
  }

  @Override
  public Object project(Context ctx) {
    return TenantLookup.tenant(ctx);
  }

  @Override
  public <T> T open(Context ctx, Function<Workspace, T> work) {
    Tenant tenant = TenantLookup.tenant(ctx);
    return shares.run(tenant, () -> within(ctx, tenant, work));
  }

  private <T> T within(Context ctx, Tenant tenant, Function<Workspace, T> work) {
    Role needed = Role.needed(ctx);
    try {
      return transaction(
          tenant,
          SignIn.person(ctx),
          sql -> {
            role(ctx, sql, tenant).expectAtLeast(needed);
            if (needed != Role.VIEWER) {
              WriteLock.take(sql, tenant.writeLock());
            }
            return work.apply(
                new Workspace(
                    new RequirementQueries(sql), new GroupQueries(sql), new MemberQueries(sql)));
          });
    } catch (DataAccessException e) {
      throw MISSING.contains(e.sqlState()) && isGone(tenant) ? WriteLock.moving() : e;
    }
  }

  /** One round trip makes three settings; each ends with the transaction, as {@code SET LOCAL}. */
  private <T> T transaction(Tenant tenant, Email person, Function<DSLContext, T> work) {
    return db.transactionResult(
        tx -> {
          DSLContext sql = tx.dsl();
          sql.select(
                  setLocal("role", tenant.role().value()),
                  // pg_temp is last, or a temporary table would hide one of the tenant's.
                  setLocal("search_path", tenant.schema().quoted() + ", pg_temp"),
                  setLocal("app.user_email", person.value()))
              .fetch();
          return work.apply(sql);
        });
  }

  private static Field<String> setLocal(String setting, String value) {
    return function("set_config", String.class, val(setting), val(value), inline(true));
  }

  /** A person who is no member gets the same answer as for a tenant that does not exist. */
  private static Role role(Context ctx, DSLContext sql, Tenant tenant) {
    MemberQueries members = new MemberQueries(sql);
    return members
        .roleOf(SignIn.person(ctx))
        .or(() -> claim(ctx, sql, tenant))
        .orElseThrow(
            () ->
                new NotFoundResponse("There is nothing of yours with the tenant " + tenant.name()));
  }

  /** The first person who comes with the key of a new tenant becomes its owner. */
  private static Optional<Role> claim(Context ctx, DSLContext sql, Tenant tenant) {
    MemberQueries members = new MemberQueries(sql);
    if (ctx.header(TenantLookup.KEY) == null || !members.isEmpty()) {
      return Optional.empty();
    }
    WriteLock.take(sql, tenant.writeLock());
    return members.claim(SignIn.person(ctx));
  }

  /** {@code ./db move} may drop the schema after this request asked the registry. */
  private boolean isGone(Tenant tenant) {
    return db.select(
            field(
                "pg_catalog.to_regnamespace({0}) IS NULL",
                Boolean.class, val(tenant.schema().quoted())))
        .fetchSingle()
        .value1();
  }
}
