package shareddb.verify;

import java.sql.SQLException;
import shareddb.settings.Login;

/** The server takes the administrator's connections. */
final class ServerUp implements Check {

  @Override
  public String title() {
    return "server";
  }

  @Override
  public Outcome look(Scene scene) {
    Login admin = scene.subject().target().admin();
    try {
      String version = scene.text("SHOW server_version").orElse("?");
      return new Outcome.Ok(
          "PostgreSQL " + version + " at " + admin.address() + ", database " + admin.database());
    } catch (SQLException e) {
      return new Outcome.Failed(
          "no connection to database "
              + admin.database()
              + " at "
              + admin.address()
              + ": "
              + e.getMessage(),
          "./db start");
    }
  }
}
