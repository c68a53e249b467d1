package workshop.requirements.access;

import io.javalin.http.ForbiddenResponse;
import io.javalin.http.GoneResponse;
import io.javalin.http.NotFoundResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import shareddb.web.problem.ProblemType;
import shareddb.web.problem.RetryLater;
import workshop.requirements.relocation.WriteLock;

/** The statuses of tenants in a registry, in the modules 03 and 04. */
public final class TenantStatus {

  private static final Duration PAUSE = Duration.ofSeconds(2);

  private TenantStatus() {}

  /**
   * Returns if the tenant is active. Throws the answer for a tenant with another status.
   *
   * @param movedTo the module that serves a tenant which {@code ./db move} has taken away
   */
  public static void expectActive(String tenant, String status, @Nullable String movedTo) {
    switch (status) {
      case "active" -> {}
      case "provisioning" -> throw notReady("The tenant " + tenant + " is being made");
      case "suspended" -> throw new ForbiddenResponse("The tenant " + tenant + " is suspended");
      case "removing" -> throw new NotFoundResponse("The tenant " + tenant + " is being removed");
      case "arriving" -> throw WriteLock.moving();
      case "moved" ->
          throw new GoneResponse(
              "The tenant " + tenant + " has moved: " + movedTo + " serves it now");
      default -> throw notReady("The tenant " + tenant + " is not in order");
    }
  }

  private static RetryLater notReady(String detail) {
    return new RetryLater(ProblemType.NOT_READY, detail, PAUSE);
  }
}
