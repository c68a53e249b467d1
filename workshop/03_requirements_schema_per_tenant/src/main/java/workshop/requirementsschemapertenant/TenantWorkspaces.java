package workshop.requirementsschemapertenant;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import shareddb.web.Database;
import shareddb.web.FairShare;
import shareddb.web.Gate;
import shareddb.web.Guard;
import shareddb.web.Param;
import shareddb.web.ProblemException;
import shareddb.web.ProblemType;
import shareddb.web.Request;
import workshop.requirements.Role;
import workshop.requirements.Workspace;
import workshop.requirements.Workspaces;

/**
 * A project is a tenant, and a tenant is a schema. In the transaction of a request the login, which
 * may touch no table, is the tenant's role, and names without a schema are in the tenant's: both
 * end with it.
 */
final class TenantWorkspaces implements Workspaces {

  /** No such table; no such role. */
  private static final Set<String> NOT_THERE = Set.of("42P01", "22023");

  private final Database database;
  private final TenantGuard guard;
  private final FairShare<Tenant> shares = new FairShare<>();

  /**
   * @param database which names tables without their schema
   */
  TenantWorkspaces(Database database, TenantGuard guard) {
    this.database = database;
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
        ProblemType.NOT_READY, "The tenant is being made, or could not be, or is moving just now.");
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
    try {
      return database.inTransaction(
          settings(visitor),
          sql -> {
            Gate gate = least == Role.VIEWER ? Gate.OPEN : gate(sql, visitor);
            check(role(sql, visitor), least);
            gate.pass();
            return work.apply(new TenantWorkspace(sql));
          });
    } catch (DataAccessException e) {
      throw hasMoved(visitor.tenant(), e) ? Gate.moving() : e;
    }
  }

  /**
   * From under the request: between the question where the tenant is and the first to its tables.
   */
  private boolean hasMoved(Tenant tenant, DataAccessException e) {
    return NOT_THERE.contains(e.sqlState())
        && database
            .sql()
            .select(
                field(
                    "pg_catalog.to_regnamespace({0}) IS NULL",
                    Boolean.class, val(tenant.schema().quoted())))
            .fetchSingle()
            .value1();
  }

  private static Gate gate(DSLContext sql, Visitor visitor) {
    return Gate.found(sql, visitor.tenant().gate());
  }

  /** Each ends with the transaction, as with {@code SET LOCAL}. */
  private static Map<String, String> settings(Visitor visitor) {
    Tenant tenant = visitor.tenant();
    return Map.of(
        "role", tenant.role().value(),
        // Last, or a temporary table would come before all others.
        "search_path", tenant.schema().quoted() + ", pg_temp",
        "app.user_email", visitor.who().value());
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
    gate(sql, visitor).pass();
    return members.claim(visitor.who());
  }

  private static void check(Role role, Role least) {
    if (!role.isAtLeast(least)) {
      throw ProblemException.of(
          ProblemType.FORBIDDEN, "This takes the role " + least + ", and yours is " + role);
    }
  }
}
