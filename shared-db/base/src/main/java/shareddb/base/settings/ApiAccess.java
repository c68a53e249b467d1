package shareddb.base.settings;

import java.util.Optional;

/**
 * How APIs log in to a server.
 *
 * @param secret the secret that their passwords are derived from
 * @param pooler the pooler that they go through; the tool itself never does
 */
public record ApiAccess(WorkshopSecret secret, Optional<Pooler> pooler) {

  /** For a server that the settings do not name, such as a test's. */
  static ApiAccess ofPassword(Secret administrator) {
    return new ApiAccess(
        new WorkshopSecret.Alone(WorkshopSecret.ofPassword(administrator)), Optional.empty());
  }

  /** The same for another server, which no pooler leads to. */
  ApiAccess direct() {
    return new ApiAccess(secret, Optional.empty());
  }
}
