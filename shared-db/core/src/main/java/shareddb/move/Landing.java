package shareddb.move;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import shareddb.tenants.Arrival;
import shareddb.tenants.Arrivals;

/**
 * Makes room for what comes, or takes it away again; and takes away what is left of what has gone.
 *
 * @param patience for how long whoever is in the way is waited for
 */
record Landing(Duration patience) {

  /** An empty place that nobody serves, or one where an earlier try was stopped. */
  Arrival prepare(Place from, Place to, String keyHash) throws SQLException {
    return switch (to) {
      case TenantPlace place -> arrivals(place).of(place.tenant(), from.label(), keyHash);
      case ProjectPlace place -> new ProjectRows(place).arrive(from);
    };
  }

  /** Whether it could come; nothing is changed. */
  Arrival look(Place from, Place to) throws SQLException {
    return switch (to) {
      case TenantPlace place -> arrivals(place).look(place.tenant(), from.label());
      case ProjectPlace place -> new ProjectRows(place).look(from);
    };
  }

  /** Takes away what has come, unless all has; who is in the way, where somebody is. */
  Optional<String> turnBack(Place to) throws SQLException {
    return switch (to) {
      case TenantPlace place -> arrivals(place).turnBack(place.tenant());
      case ProjectPlace place -> new ProjectRows(place).turnBack();
    };
  }

  /** What is left of one that has gone is kept under another name; who is in the way of that. */
  Optional<String> retire(Place from) throws SQLException {
    return switch (from) {
      case TenantPlace place -> arrivals(place).retire(place.tenant());
      case ProjectPlace place -> Optional.empty();
    };
  }

  /** Takes away what is left of one that has gone; who is in the way, where somebody is. */
  Optional<String> forget(Place from) throws SQLException {
    return switch (from) {
      case TenantPlace place -> arrivals(place).forget(place.tenant());
      case ProjectPlace place -> new ProjectRows(place).forget();
    };
  }

  private Arrivals arrivals(TenantPlace place) {
    return new Arrivals(place.registry(), patience);
  }
}
