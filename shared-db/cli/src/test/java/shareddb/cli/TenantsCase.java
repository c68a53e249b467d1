package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.cli.command.ExitCode;
import shareddb.testing.TestDatabase;

/** The tool in a checkout that has a module with tenants, whose registry is empty. */
abstract class TenantsCase {

  static final String MODULE = "07_test_tenants";

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir Path root;

  Tool tool;

  @BeforeEach
  void tool() throws IOException {
    Path module =
        TestDatabase.checkout().resolve("shared-db/tenants/src/test/resources/shareddb/tenants");
    copy(module.resolve(MODULE), root.resolve("workshop").resolve(MODULE));
    tool = Tool.in(root, db.admin());
  }

  @AfterEach
  void forget() throws SQLException {
    for (String schema : schemas()) {
      execute("DROP SCHEMA \"" + schema + "\" CASCADE");
    }
    execute("DROP SCHEMA IF EXISTS \"" + MODULE + "\", \"workshop\" CASCADE");
  }

  /** Rows of the registry, whose schemas are still to be made. */
  void register(String... names) throws SQLException {
    for (String name : names) {
      execute(
          """
          INSERT INTO "%s".tenant_registry (tenant_name, domain, schema_name, api_key_hash, type, status)
          VALUES ('%s', '%s.example.com', '%s', md5('%s') || md5('%s'), 'standard', 'provisioning')
          """
              .formatted(MODULE, name, name, schema(name), name, name));
    }
  }

  /** Tenants at the newest version there is. */
  void tenants(String... names) throws SQLException {
    assertThat(tool.run("upgrade", "07/shared").exit()).isEqualTo(ExitCode.DONE);
    register(names);
    // One that is named is upgraded, and not completed: its first rows are not written.
    List<String> command = new ArrayList<>(List.of("upgrade", "07/tenant"));
    List.of(names).forEach(name -> command.addAll(List.of("--tenant", name)));
    assertThat(tool.run(command.toArray(String[]::new)).exit()).isEqualTo(ExitCode.DONE);
    execute("UPDATE \"" + MODULE + "\".tenant_registry SET status = 'active'");
  }

  /** Of all tenants' schemas, by name. */
  static List<String> versions() throws SQLException {
    List<String> versions = new ArrayList<>();
    for (String schema : schemas()) {
      versions.addAll(
          rows(
              """
              SELECT version FROM "%s".flyway_schema_history AS one
              WHERE type = 'SQL' AND NOT EXISTS (
                  SELECT FROM "%s".flyway_schema_history
                  WHERE version = one.version AND installed_rank > one.installed_rank)
              ORDER BY version DESC LIMIT 1
              """
                  .formatted(schema, schema)));
    }
    return versions;
  }

  /** A row with which {@link #check} fails. */
  static void empty(String tenant) throws SQLException {
    execute("INSERT INTO \"" + schema(tenant) + "\".notes (body) VALUES ('')");
  }

  static String check() {
    return "ALTER TABLE \"${flyway:defaultSchema}\".notes ADD CONSTRAINT is_full CHECK (body <>"
        + " '');";
  }

  static String color() {
    return "ALTER TABLE \"${flyway:defaultSchema}\".notes ADD COLUMN color text;";
  }

  static String dropColor() {
    return "ALTER TABLE \"${flyway:defaultSchema}\".notes DROP COLUMN color;";
  }

  static String schema(String tenant) {
    return "07_tenant_" + tenant;
  }

  /** One more migration of the tenants' track, with its undo. */
  void migration(String name, String up, String down) throws IOException {
    Path module = root.resolve("workshop").resolve(MODULE);
    Files.writeString(module.resolve("migrations/tenant/V" + name + ".sql"), up);
    Files.writeString(module.resolve("undo/tenant/U" + name + ".sql"), down);
  }

  static void execute(String sql) throws SQLException {
    try (Connection connection = db.admin().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static List<String> rows(String sql) throws SQLException {
    try (Connection connection = db.admin().connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(String.valueOf(rows.getString(1)));
      }
      return texts;
    }
  }

  static List<String> schemas() throws SQLException {
    return rows("SELECT nspname FROM pg_namespace WHERE nspname LIKE '07\\_tenant%' ORDER BY 1");
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      files.forEach(
          file -> {
            Path copied = to.resolve(from.relativize(file).toString());
            try {
              if (Files.isDirectory(file)) {
                Files.createDirectories(copied);
              } else {
                Files.copy(file, copied);
              }
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
