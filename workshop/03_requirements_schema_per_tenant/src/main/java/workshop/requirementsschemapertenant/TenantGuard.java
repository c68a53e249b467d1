package workshop.requirementsschemapertenant;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import shareddb.base.names.SchemaName;
import shareddb.web.Caller;
import shareddb.web.Gate;
import shareddb.web.Guard;
import shareddb.web.ProblemException;
import shareddb.web.ProblemType;
import shareddb.web.SecurityScheme;
import workshop.requirements.Email;

/**
 * Finds the tenant by its key, or by the host that was asked, and takes the caller's word for who
 * they are, as module 02 does.
 *
 * <p>A host is no secret: whoever reaches the port can write any into a request. It is good enough
 * here because the port is on the loopback only. What stands in front of it, a proxy that knows who
 * logged in where, is what makes host and user true.
 */
final class TenantGuard implements Guard<Visitor> {

  static final String KEY = "X-API-Key";

  private static final String USER = "X-User";
  private static final Duration SOON = Duration.ofSeconds(2);

  private final TenantQueries queries;

  TenantGuard(TenantQueries queries) {
    this.queries = queries;
  }

  @Override
  public Visitor admit(Caller caller) {
    Optional<String> key = caller.header(KEY);
    List<TenantRow> found =
        queries.find(key.orElse(null), caller.header("Host").map(TenantGuard::domain).orElse(null));
    TenantRow row = found.isEmpty() ? null : found.getFirst();
    if (row == null || (key.isPresent() && found.stream().noneMatch(TenantRow::hasKey))) {
      throw stranger(key.isPresent());
    }
    if (found.size() > 1) {
      throw ProblemException.of(
          ProblemType.FORBIDDEN, "The key is of another tenant than the host; show one of the two");
    }
    // Who the tenant is comes first: what is said of it from here on is said to one of its own.
    Tenant tenant = served(row);
    return new Visitor(tenant, who(caller), key.isPresent());
  }

  @Override
  public List<SecurityScheme> schemes() {
    return List.of(
        SecurityScheme.header(
            KEY, "The tenant's key; without it, the host that is asked names the tenant."),
        SecurityScheme.header(USER, "The email of who asks."));
  }

  private static Tenant served(TenantRow row) {
    return switch (row.status()) {
      case "active" -> new Tenant(row.name(), new SchemaName(row.schema()));
      case "suspended" ->
          throw ProblemException.of(
              ProblemType.FORBIDDEN, "The tenant " + row.name() + " is suspended");
      case "moved" ->
          throw ProblemException.of(
              ProblemType.GONE,
              "The tenant " + row.name() + " has moved: " + row.movedTo() + " serves it now");
      case "arriving" -> throw Gate.moving();
      case "provisioning" ->
          throw ProblemException.retryAfter(
              ProblemType.NOT_READY, "The tenant " + row.name() + " is being made", SOON);
      case "removing" ->
          throw ProblemException.of(
              ProblemType.NOT_FOUND, "The tenant " + row.name() + " is being removed");
      default ->
          throw ProblemException.of(
              ProblemType.NOT_READY, "The tenant " + row.name() + " is not in order");
    };
  }

  private static Email who(Caller caller) {
    return caller
        .header(USER)
        .flatMap(Email::parse)
        .orElseThrow(
            () ->
                ProblemException.unauthenticated(
                    USER, "Say who asks: " + USER + ": ada@example.org"));
  }

  private static ProblemException stranger(boolean withKey) {
    return ProblemException.unauthenticated(
        KEY,
        withKey
            ? "No tenant has the key in " + KEY
            : "Say which tenant is meant: " + KEY + ": wsk_…, or ask its own host");
  }

  /** As the registry has it: without a port, in lower case. */
  private static String domain(String host) {
    return host.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT);
  }
}
