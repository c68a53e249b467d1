package shareddb.postgres.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shareddb.base.settings.Login;

/**
 * The workshop's server, as it is now.
 *
 * @param kind how the server is had
 * @param why why in this way
 * @param admin the administrator's login to the workshop's database
 * @param passwordOrigin where its password comes from
 * @param version what the server says it is, where it answers
 * @param data the folder of its data, where that is on this machine and ours
 * @param problem why it does not answer, where that is more than that it is not started
 */
public record ServerStatus(
    ServerKind kind,
    String why,
    Login admin,
    String passwordOrigin,
    Optional<String> version,
    Optional<Path> data,
    Optional<ServerProblem> problem) {

  /** Whether it takes the administrator's connections. */
  public boolean running() {
    return version.isPresent();
  }

  /** Ways to connect, the simplest first; the password is in none of them. */
  public List<String> howToConnect() {
    List<String> ways = new ArrayList<>();
    ways.add("psql " + admin.url());
    if (kind == ServerKind.DOCKER) {
      ways.add(
          "docker exec -it "
              + ServerKind.DOCKER_CONTAINER
              + " psql -U "
              + admin.user()
              + " "
              + admin.database());
    }
    ways.add(admin.jdbcUrl().replaceFirst("\\?.*", ""));
    return List.copyOf(ways);
  }
}
