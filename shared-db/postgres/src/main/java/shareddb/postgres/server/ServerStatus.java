package shareddb.postgres.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shareddb.base.settings.Login;

/**
 * The current status of the workshop's server.
 *
 * @param kind the kind of server
 * @param why the reason for this kind
 * @param admin the administrator's login to the workshop's database
 * @param passwordOrigin where its password comes from
 * @param version the version that the server reports; empty if it does not answer
 * @param data the folder of its data; empty if this tool does not manage it
 * @param problem why it does not answer; empty if it is only not started
 */
public record ServerStatus(
    ServerKind kind,
    String why,
    Login admin,
    String passwordOrigin,
    Optional<String> version,
    Optional<Path> data,
    Optional<ServerProblem> problem) {

  /** Whether it accepts the administrator's connections. */
  public boolean running() {
    return version.isPresent();
  }

  /** Ways to connect, the simplest first. None of them contains the password. */
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
