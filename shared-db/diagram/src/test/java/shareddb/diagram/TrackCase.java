package shareddb.diagram;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import shareddb.base.jdbc.Query;
import shareddb.base.names.ModuleName;
import shareddb.base.names.SchemaName;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Version;
import shareddb.migrate.Upgrade;
import shareddb.migrate.UpgradeResult;

/** A track of a shop in a folder of its own, and a target for it. */
record TrackCase(Track track, Target target) {

  private static final String FIRST =
      """
      CREATE SCHEMA IF NOT EXISTS "${flyway:defaultSchema}";
      CREATE TABLE "${flyway:defaultSchema}".customers (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          email text NOT NULL UNIQUE,
          nickname text
      );
      CREATE TABLE "${flyway:defaultSchema}".orders (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          customer_id bigint NOT NULL REFERENCES "${flyway:defaultSchema}".customers (id),
          made_at timestamp with time zone NOT NULL DEFAULT now(),
          note varchar(80),
          UNIQUE (customer_id, made_at)
      );
      CREATE TABLE "${flyway:defaultSchema}".order_lines (
          order_id bigint NOT NULL REFERENCES "${flyway:defaultSchema}".orders (id),
          line integer NOT NULL,
          replaces_order_id bigint,
          replaces_line integer,
          PRIMARY KEY (order_id, line),
          FOREIGN KEY (replaces_order_id, replaces_line)
              REFERENCES "${flyway:defaultSchema}".order_lines (order_id, line)
      );
      CREATE TABLE "${flyway:defaultSchema}".invoices (
          order_id bigint PRIMARY KEY REFERENCES "${flyway:defaultSchema}".orders (id)
      );
      ALTER TABLE "${flyway:defaultSchema}".invoices ENABLE ROW LEVEL SECURITY;
      CREATE VIEW "${flyway:defaultSchema}".open_orders AS
          SELECT id, customer_id FROM "${flyway:defaultSchema}".orders;
      """;

  private static final String SECOND =
      """
      CREATE TABLE "${flyway:defaultSchema}".payments (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          order_id bigint REFERENCES "${flyway:defaultSchema}".orders (id)
      );
      ALTER TABLE "${flyway:defaultSchema}".customers ADD COLUMN born_on date;
      ALTER TABLE "${flyway:defaultSchema}".orders DROP COLUMN note;
      ALTER TABLE "${flyway:defaultSchema}".orders ALTER COLUMN customer_id DROP NOT NULL;
      ALTER TABLE "${flyway:defaultSchema}".customers ALTER COLUMN nickname SET NOT NULL;
      DROP TABLE "${flyway:defaultSchema}".invoices;
      CREATE INDEX orders_made_at_idx ON "${flyway:defaultSchema}".orders (made_at);
      """;

  static TrackCase in(Path folder, Login admin, String schema) throws IOException {
    Path migrations = Files.createDirectories(folder.resolve("migrations"));
    Path undo = Files.createDirectories(folder.resolve("undo"));
    Files.writeString(migrations.resolve("V1__shop.sql"), FIRST);
    Files.writeString(migrations.resolve("V2__payments.sql"), SECOND);
    for (String file : new String[] {"U1__shop.sql", "U2__payments.sql"}) {
      Files.writeString(undo.resolve(file), "SELECT 1;\n");
    }
    Track track = new Track(new ModuleName("40_shop"), Optional.empty(), migrations, undo);
    return new TrackCase(track, new Target(admin, new SchemaName(schema)));
  }

  void upgrade(String version) throws SQLException {
    UpgradeResult result = Upgrade.run(track, target, Version.parse(version));
    if (!(result instanceof UpgradeResult.Upgraded)) {
      throw new AssertionError("to " + version + ": " + result);
    }
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = target.admin().connect()) {
      Query.execute(connection, "SET search_path = " + target.schema().quoted());
      Query.execute(connection, sql);
    }
  }

  DiagramDrawing drawing() {
    return new DiagramDrawing(track, target);
  }
}
