package shareddb.move;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import shareddb.tenants.Crossing;
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
      case TenantPlace tenant -> of(tenant);
    };
  }

  /** Who was to be taken away again, and is not gone, is still one that comes. */
  private static String of(TenantPlace place) throws SQLException {
    if (Crossing.comesFrom(place.registry(), place.tenant()).isPresent()) {
      return TenantStatus.ARRIVING.word();
    }
    return place.registry().find(place.tenant().name()).map(t -> t.status().word()).orElse("");
  }

  /** Whether a move has brought the one to the other, which serves it. */
  static boolean hasCome(Place from, Place to) throws SQLException {
    return movedTo(from).filter(to.label()::equals).isPresent() && isServed(to);
  }

  private static Optional<String> movedTo(Place place) throws SQLException {
    return switch (place) {
      case ProjectPlace project ->
          project
              .projects()
              .find(project.id())
              .filter(Projects.Row::hasMoved)
              .flatMap(Projects.Row::movedTo);
      case TenantPlace tenant -> Crossing.movedTo(tenant.registry(), tenant.tenant());
    };
  }

  static boolean isServed(Place place) throws SQLException {
    return SERVED.contains(of(place));
  }
}
