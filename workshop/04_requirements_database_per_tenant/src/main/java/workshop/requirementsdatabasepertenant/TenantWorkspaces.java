package workshop.requirementsdatabasepertenant;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;
import static workshop.requirementsdatabasepertenant.db.tenant.Tables.GATE;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import shareddb.serve.TenantDatabases;
import shareddb.web.doc.Doc;
import workshop.requirements.Email;
import workshop.requirements.Role;
import workshop.requirements.Workspace;
import workshop.requirements.Workspaces;
import workshop.requirements.access.FairShare;
import workshop.requirements.access.SignIn;
import workshop.requirements.relocation.WriteLock;

/**
 * A project is a tenant, and a tenant is a database. A request uses two databases, and no
 * transaction spans them: the registry says which tenant is meant; the tenant's own is opened with
 * the tenant's own login.
 */
final class TenantWorkspaces implements Workspaces {

  private final TenantDatabases databases;

  /** Two requests of a tenant use its two connections, two wait; more are answered with 503. */
  private final FairShare<Tenant> shares = new FairShare<>(4);

  TenantWorkspaces(TenantDatabases databases) {
    this.databases = databases;
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
        .problem(
            503,
            "The tenant is being made, could not be made, or is moving; or its server is away.");
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
    return transaction(
        tenant,
        SignIn.person(ctx),
        sql -> {
          role(ctx, sql, tenant).expectAtLeast(needed);
          if (needed != Role.VIEWER) {
            lock(sql, tenant);
          }
          return work.apply(
              new Workspace(
                  new RequirementQueries(sql), new GroupQueries(sql), new MemberQueries(sql)));
        });
  }

  /** One round trip makes two settings; each ends with the transaction, as {@code SET LOCAL}. */
  private <T> T transaction(Tenant tenant, Email person, Function<DSLContext, T> work) {
    return databases.in(
        tenant.place(),
        db ->
            db.transactionResult(
                tx -> {
                  DSLContext sql = tx.dsl();
                  sql.select(
                          // pg_temp is last, or a temporary table would hide one of the tenant's.
                          setLocal("search_path", tenant.place().schema().quoted() + ", pg_temp"),
                          setLocal("app.user_email", person.value()))
                      .fetch();
                  return work.apply(sql);
                }));
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
    lock(sql, tenant);
    return members.claim(SignIn.person(ctx));
  }

  /**
   * The lock first: {@code ./db move} writes behind it until when no request may write here. The
   * registry says the same, but in another database, which this transaction does not see.
   */
  private static void lock(DSLContext sql, Tenant tenant) {
    WriteLock.take(sql, tenant.writeLock());
    Field<Instant> now = field("pg_catalog.clock_timestamp()", Instant.class);
    if (sql.fetchExists(GATE, GATE.CLOSED_UNTIL.gt(now))) {
      throw WriteLock.moving();
    }
  }
}
