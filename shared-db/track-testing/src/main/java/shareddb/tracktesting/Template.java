package shareddb.tracktesting;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.function.UnaryOperator;
import shareddb.base.names.DatabaseName;
import shareddb.base.settings.Login;
import shareddb.base.settings.WaitLimits;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.migrate.Upgrade;
import shareddb.migrate.UpgradeResult;
import shareddb.postgres.server.ServerDatabases;

/** A database with a track applied, made once a server and cloned for each test class. */
final class Template {

  /** Any number, but always the same: two JVMs must not make one template twice. */
  private static final long LOCK = 0x7E57_DB;

  private Template() {}

  static DatabaseName of(Login server, Track track) throws SQLException {
    DatabaseName name = new DatabaseName("template_" + track.module() + "_" + digest(track));
    Login patient = server.withSession(WaitLimits.lockTimeout(WaitLimits.MAKING));
    try (Connection connection = patient.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
      if (!ServerDatabases.exists(server, name)) {
        make(server, track, statement, name);
      }
    }
    return name;
  }

  /** Under another name first: a template that exists is whole. */
  private static void make(Login server, Track track, Statement statement, DatabaseName name)
      throws SQLException {
    DatabaseName half = new DatabaseName("half_" + UUID.randomUUID());
    ServerDatabases.create(server, half);
    UpgradeResult result = Upgrade.run(track, Target.usual(server, track).in(server.to(half)));
    if (!(result instanceof UpgradeResult.Upgraded)) {
      throw new IllegalStateException(track.label() + " cannot be applied: " + result);
    }
    statement.execute("ALTER DATABASE " + half.quoted() + " RENAME TO " + name.quoted());
  }

  private static String digest(Track track) {
    return Integer.toHexString(
        track.readAll().scripts().stream()
            .map(script -> script.script() + script.checksum(UnaryOperator.identity()))
            .toList()
            .hashCode());
  }
}
