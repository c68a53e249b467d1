package shareddb.postgres;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import shareddb.base.settings.Login;
import shareddb.base.settings.Settings;
import shareddb.base.settings.UnsupportedServer;
import shareddb.postgres.docker.DockerServer;
import shareddb.postgres.embedded.EmbeddedServer;
import shareddb.postgres.server.ServerKind;
import shareddb.postgres.server.ServerProblem;

/** Turns a failed connection of the administrator into a problem. */
final class ConnectFailures {

  static final String NO_SUCH_DATABASE = "3D000";
  private static final String WRONG_PASSWORD = "28P01";
  private static final String NOT_ADMITTED = "28000";
  private static final String TOO_MANY = "53300";

  /** The SQLSTATEs of a server that is still starting or cannot be reached yet. */
  private static final Set<String> MAY_PASS = Set.of("57P03", "08001", "08006", "08004", "08000");

  private ConnectFailures() {}

  static boolean mayPass(SQLException e) {
    return MAY_PASS.contains(state(e)) && !isUnknownHost(e);
  }

  static boolean isWrongPassword(@Nullable Throwable cause) {
    return cause instanceof SQLException e && state(e).equals(WRONG_PASSWORD);
  }

  static ServerProblem of(Settings settings, ServerKind kind, SQLException e, Duration waited) {
    if (e instanceof UnsupportedServer unsupported) {
      return new ServerProblem(String.valueOf(e.getMessage()), "", "", unsupported.next());
    }
    return switch (state(e)) {
      case WRONG_PASSWORD -> wrongPassword(settings, kind);
      case NOT_ADMITTED, NO_SUCH_DATABASE -> problem("the server refuses this login", settings, e);
      case TOO_MANY -> tooMany(settings, e);
      default -> unreachable(settings, kind, e, waited);
    };
  }

  private static ServerProblem wrongPassword(Settings settings, ServerKind kind) {
    String next =
        switch (kind) {
          case EXTERNAL -> "set the right one: POSTGRES_URL or POSTGRES_PASSWORD";
          case DOCKER, EMBEDDED ->
              "the data was made with another one: set POSTGRES_USER and POSTGRES_PASSWORD as they"
                  + " were then; or give up the data: ./db stop, then rm -rf localdev/data/"
                  + (kind == ServerKind.DOCKER ? DockerServer.DATA : EmbeddedServer.DATA);
        };
    return new ServerProblem(
        "the server refuses the password of user " + settings.admin().user(),
        settings.admin().address(),
        "the password came from " + settings.passwordOrigin(),
        next);
  }

  private static ServerProblem tooMany(Settings settings, SQLException e) {
    return new ServerProblem(
        "the server has no connection left",
        settings.admin().address(),
        String.valueOf(e.getMessage()),
        "end other clients, then again");
  }

  private static ServerProblem unreachable(
      Settings settings, ServerKind kind, SQLException e, Duration waited) {
    Login admin = settings.admin();
    if (isUnknownHost(e)) {
      return new ServerProblem(
          "no such host: " + admin.host(), admin.address(), "", "mend the host in your settings");
    }
    String next =
        switch (kind) {
          case EXTERNAL ->
              "start that server, or mend POSTGRES_URL; without it `./db start` starts one";
          case DOCKER -> "see what it says: docker logs " + ServerKind.DOCKER_CONTAINER;
          case EMBEDDED -> "see its log, localdev/data/embedded/postgres.log; then  ./db start";
        };
    return new ServerProblem(
        "no server can be reached",
        admin.address(),
        "waited " + waited.toMillis() + " ms: " + e.getMessage(),
        next);
  }

  private static ServerProblem problem(String what, Settings settings, SQLException e) {
    return new ServerProblem(
        what,
        settings.admin().address(),
        "user " + settings.admin().user() + ": " + e.getMessage(),
        "check the server's pg_hba.conf, and POSTGRES_USER and POSTGRES_DB");
  }

  private static boolean isUnknownHost(SQLException e) {
    return e.getCause() instanceof UnknownHostException;
  }

  static String state(SQLException e) {
    return e.getSQLState() == null ? "" : e.getSQLState();
  }
}
