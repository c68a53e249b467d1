package shareddb.tenants.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.migrate.Upgrade;
import shareddb.migrate.UpgradeResult;
import shareddb.postgres.server.ServerDatabases;

/** Module 02: the tenants are projects, and their rows are in the same tables. */
final class SharedSchema implements Pattern {

  private static final List<String> TABLES_OF_A_PROJECT =
      List.of("user_projects", "groups", "requirements", "cell_history");

  private final Login server;
  private final ModuleCopy module;
  private final Target target;

  SharedSchema(Login server, Login database, ModuleCopy module) throws SQLException {
    this.server = server;
    this.module = module;
    this.target = new Target(database, module.name().schema());
    migrate();
  }

  @Override
  public String name() {
    return "02 shared schema";
  }

  @Override
  public void provision(int count) throws SQLException {
    String sql =
        "BEGIN; SET LOCAL app.user_email = 'ada@example.org'; SELECT \"%s\".create_project('p'); COMMIT"
            .formatted(target.schema());
    try (Connection connection = target.admin().connect();
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < count; i++) {
        statement.execute(sql);
      }
    }
  }

  @Override
  public List<Target> places() {
    return List.of(target);
  }

  @Override
  public void fill(int requirements) throws SQLException {
    execute(
        """
        INSERT INTO "%1$s".requirements (project_id, number, title, text)
        SELECT project.id, number, 'The pump starts', repeat('It shall start. ', 10)
        FROM "%1$s".projects AS project, generate_series(1, %2$d) AS number
        """
            .formatted(target.schema(), requirements));
  }

  @Override
  public void upgrade() throws SQLException, IOException {
    module.add("");
    migrate();
  }

  @Override
  public void backUpOne() throws SQLException, IOException {
    Path folder = Files.createTempDirectory("bench-backup");
    try (Connection connection = target.admin().connect()) {
      for (String table : TABLES_OF_A_PROJECT) {
        String rows =
            "COPY (SELECT * FROM %1$s.%2$s WHERE project_id = (SELECT max(id) FROM %1$s.projects)) TO STDOUT"
                .formatted(target.schema().quoted(), table);
        try (OutputStream file = Files.newOutputStream(folder.resolve(table))) {
          connection.unwrap(PGConnection.class).getCopyAPI().copyOut(rows, file);
        }
      }
    }
  }

  @Override
  public void close() throws SQLException {
    ServerDatabases.drop(server, target.admin().database());
  }

  private void migrate() throws SQLException {
    Track track = module.read().tracks().getFirst();
    UpgradeResult result = Upgrade.run(track, target);
    if (!(result instanceof UpgradeResult.Upgraded)) {
      throw new IllegalStateException(result.toString());
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = target.admin().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
