package workshop.requirementsdatabasepertenant;

import static org.jooq.impl.DSL.field;
import static workshop.requirementsdatabasepertenant.db.tenant.Tables.GATE;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import shareddb.base.names.WriteLockName;
import shareddb.web.FairShare;
import shareddb.web.Gate;
import shareddb.web.Guard;
import shareddb.web.Param;
import shareddb.web.ProblemException;
import shareddb.web.ProblemType;
import shareddb.web.Request;
import shareddb.web.TenantDatabases;
import workshop.requirements.Role;
import workshop.requirements.Workspace;
import workshop.requirements.Workspaces;

/**
 * A project is a tenant, and a tenant is a database. A request asks two of them, and no transaction
 * joins these: the registry, whose tenant it is, and then the tenant's own, as its own login.
 */
final class TenantWorkspaces implements Workspaces {

  private final TenantDatabases databases;
  private final TenantGuard guard;
  private final FairShare<Tenant> shares = new FairShare<>();

  TenantWorkspaces(TenantDatabases databases, TenantGuard guard) {
    this.databases = databases;
    this.guard = guard;
  }

  @Override
  public String prefix() {
    return "";
  }

  @Override
  public List<Param<?>> params() {
    return List.of();
  }

  @Override
  public Map<ProblemType, String> failures() {
    return Map.of(
        ProblemType.FORBIDDEN, "The tenant is suspended, or the key is not the host's.",
        ProblemType.GONE, "The tenant has moved: the detail says who serves it.",
        ProblemType.NOT_READY,
            "The tenant is being made, or could not be, or is moving just now; or its server is"
                + " away.");
  }

  @Override
  public Guard<?> guard() {
    return guard;
  }

  @Override
  public String path(Request request) {
    return "";
  }

  @Override
  public <T> T open(Request request, Role least, Function<Workspace, T> work) {
    Visitor visitor = request.get(guard);
    return shares.of(visitor.tenant(), () -> within(visitor, least, work));
  }

  private <T> T within(Visitor visitor, Role least, Function<Workspace, T> work) {
    return databases.in(
        visitor.tenant().place(),
        database ->
            database.inTransaction(
                settings(visitor),
                sql -> {
                  Gate gate = least == Role.VIEWER ? Gate.OPEN : gate(sql, visitor.tenant());
                  check(role(sql, visitor), least);
                  gate.pass();
                  return work.apply(new TenantWorkspace(sql));
                }));
  }

  /**
   * The lock first: what says that it is shut for a while, though nobody holds it, is read behind
   * it. The registry, in another database, cannot be read in the same transaction.
   */
  private static Gate gate(DSLContext sql, Tenant tenant) {
    Gate found = Gate.found(sql, WriteLockName.of(tenant.place().schema()));
    Field<Instant> now = field("pg_catalog.clock_timestamp()", Instant.class);
    return sql.fetchExists(GATE, GATE.CLOSED_UNTIL.gt(now)) ? Gate.SHUT : found;
  }

  /** Each ends with the transaction, as with {@code SET LOCAL}. */
  private static Map<String, String> settings(Visitor visitor) {
    return Map.of(
        // Last, or a temporary table would come before all others.
        "search_path",
        visitor.tenant().place().schema().quoted() + ", pg_temp",
        "app.user_email",
        visitor.who().value());
  }

  /** Who is not of the tenant is told the same as where there is nothing: it is none of theirs. */
  private static Role role(DSLContext sql, Visitor visitor) {
    return new MemberQueries(sql)
        .roleOf(visitor.who())
        .or(() -> visitor.byKey() ? claimed(sql, visitor) : Optional.empty())
        .orElseThrow(
            () ->
                ProblemException.of(
                    ProblemType.NOT_FOUND,
                    "There is nothing of yours with the tenant " + visitor.tenant().name()));
  }

  /** Whoever comes first writes, though they came to read; who comes later is nobody here. */
  private static Optional<Role> claimed(DSLContext sql, Visitor visitor) {
    MemberQueries members = new MemberQueries(sql);
    if (members.areThere()) {
      return Optional.empty();
    }
    gate(sql, visitor.tenant()).pass();
    return members.claim(visitor.who());
  }

  private static void check(Role role, Role least) {
    if (!role.isAtLeast(least)) {
      throw ProblemException.of(
          ProblemType.FORBIDDEN, "This takes the role " + least + ", and yours is " + role);
    }
  }
}
