package workshop.requirementsdatabasepertenant;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import shareddb.serve.TenantDatabases;
import shareddb.web.doc.Doc;
import workshop.requirements.Role;
import workshop.requirements.Workspace;
import workshop.requirements.Workspaces;
import workshop.requirements.access.FairShare;
import workshop.requirements.access.SignIn;
import workshop.requirementsdatabasepertenant.relocation.TenantRelocation;

/**
 * A project is a tenant, and a tenant is a database. A request uses two databases, and no
 * transaction spans them: the registry says which tenant is meant, and the tenant's own is opened
 * with the tenant's own login.
 */
final class TenantWorkspaces implements Workspaces {

  /** Two use the two connections of the tenant, and two wait for these. */
  private static final int REQUESTS_OF_A_TENANT = 4;

  private final TenantDatabases databases;
  private final FairShare<Tenant> shares = new FairShare<>(REQUESTS_OF_A_TENANT);

  TenantWorkspaces(TenantDatabases databases) {
    this.databases = databases;
  }

  @Override
  public String prefix() {
    return "";
  }

  @Override
  public Doc document(Doc doc) {
    return TenantRelocation.document(
        doc.secured(TenantLookup.SCHEME, SignIn.SCHEME)
            .problem(403, "The tenant is suspended, or the key is of another tenant than the host.")
            .problem(
                503, "The tenant is being made, or could not be made; or its server is away."));
  }

  @Override
  public Tenant project(Context ctx) {
    return TenantLookup.tenant(ctx);
  }

  @Override
  public <T> T open(Context ctx, Function<Workspace, T> work) {
    return within(
        ctx,
        sql ->
            work.apply(
                new Workspace(
                    new RequirementQueries(sql), new GroupQueries(sql), new MemberQueries(sql))));
  }

  private <T> T within(Context ctx, Function<DSLContext, T> work) {
    Tenant tenant = project(ctx);
    Role least = Role.needed(ctx);
    return shares.run(
        tenant,
        () ->
            asTenant(
                ctx,
                tenant,
                sql -> {
                  role(ctx, sql, tenant).expectAtLeast(least);
                  if (least != Role.VIEWER) {
                    TenantRelocation.beforeWrite(sql, tenant.schema());
                  }
                  return work.apply(sql);
                }));
  }

  /** One transaction in the tenant's database. One round trip makes the settings. */
  private <T> T asTenant(Context ctx, Tenant tenant, Function<DSLContext, T> work) {
    return databases.in(
        tenant.place(),
        db ->
            db.transactionResult(
                transaction -> {
                  DSLContext sql = transaction.dsl();
                  sql.select(
                          // pg_temp is last, or a temporary table would hide one of the tenant's.
                          local("search_path", tenant.schema().quoted() + ", pg_temp"),
                          local("app.user_email", SignIn.person(ctx).value()))
                      .fetch();
                  return work.apply(sql);
                }));
  }

  /** {@code SET LOCAL} as a function, which takes parameters: it ends with the transaction. */
  private static Field<String> local(String setting, String value) {
    return function(
        name("pg_catalog", "set_config"),
        SQLDataType.VARCHAR,
        val(setting),
        val(value),
        inline(true));
  }

  /** A person who is no member gets the same answer as for a tenant that does not exist. */
  private static Role role(Context ctx, DSLContext sql, Tenant tenant) {
    return new MemberQueries(sql)
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
    TenantRelocation.beforeWrite(sql, tenant.schema());
    return members.claim(SignIn.person(ctx));
  }
}
