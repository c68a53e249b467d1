package shareddb.move;

import java.sql.SQLException;
import java.util.Set;
import shareddb.tenants.TenantStatus;

/** How a place stands just now, as those who say who serves have it. */
final class Standing {

  private static final Set<String> SERVED =
      Set.of(TenantStatus.ACTIVE.word(), TenantStatus.SUSPENDED.word());

  private Standing() {}

  /** In the registry's word; empty where it knows nothing of it. */
  static String of(Place place) throws SQLException {
    return switch (place) {
      case ProjectPlace project ->
          project.projects().find(project.id()).map(Projects.Row::status).orElse("");
      case TenantPlace tenant ->
          tenant.registry().find(tenant.tenant().name()).map(t -> t.status().word()).orElse("");
    };
  }

  static boolean isServed(Place place) throws SQLException {
    return SERVED.contains(of(place));
  }
}
