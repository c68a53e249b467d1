package shareddb.verify.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import shareddb.base.names.ModuleName;
import shareddb.base.settings.Login;
import shareddb.base.settings.Settings;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.WorkshopModule;
import shareddb.migrate.Upgrade;
import shareddb.verify.CheckReport;
import shareddb.verify.Checklist;

/** A small sound module in a checkout of its own, to be broken and looked at. */
public record CheckedModule(Path root, ModuleName name, Settings settings) {

  private static final String SCHEMA = "\"${flyway:defaultSchema}\"";

  /** Its files are written, and applied to the login's database. */
  public static CheckedModule make(Path root, String name, Login login)
      throws IOException, SQLException {
    Map<String, String> environment =
        Map.of(
            "WORKSHOP_DB", "external",
            "POSTGRES_PORT", String.valueOf(login.port()),
            "POSTGRES_USER", login.user(),
            "POSTGRES_PASSWORD", login.password().reveal(),
            "WORKSHOP_SECRET", login.apis().secret().value().reveal(),
            "POSTGRES_DB", login.database().value());
    CheckedModule module =
        new CheckedModule(root, new ModuleName(name), Settings.load(root, environment));
    module.writeFiles();
    Upgrade.run(module.track(), module.target());
    return module;
  }

  private void writeFiles() throws IOException {
    write(
        "migrations/V1__initial.sql",
        """
        -- CREATE TABLE %1$s.only_in_a_comment ();
        CREATE SCHEMA IF NOT EXISTS %1$s;
        CREATE TABLE %1$s.notes (id bigint PRIMARY KEY, body text NOT NULL);
        CREATE TABLE %1$s.drafts (id bigint PRIMARY KEY);
        GRANT USAGE ON SCHEMA %1$s TO "${api_role}";
        GRANT SELECT, INSERT, UPDATE, DELETE ON %1$s.notes TO "${api_role}";
        """
            .formatted(SCHEMA));
    write("migrations/V2__drop_drafts.sql", "DROP TABLE %s.drafts;\n".formatted(SCHEMA));
    write("undo/U1__initial.sql", "DROP TABLE %1$s.notes, %1$s.drafts;\n".formatted(SCHEMA));
    write(
        "undo/U2__drop_drafts.sql",
        "CREATE TABLE %s.drafts (id bigint PRIMARY KEY);\n".formatted(SCHEMA));
    write("Makefile", "# Bare `make` prints what can be done here.\ninclude ../module.mk\n");
    write("README.md", "# " + name.value().substring(0, 2) + " A sound module\n");
    write("pom.xml", "<artifactId>" + name + "</artifactId>\n");
    write("../pom.xml", "<module>" + name + "</module>\n");
    write("../app/pom.xml", "<artifactId>" + name + "</artifactId>\n");
    Path script = root.resolve("shared-db/launch/module.sh");
    Files.createDirectories(script.getParent());
    Files.writeString(
        script,
        """
        [ "$1" = run ] || exit "${FAKE_BUILD:-0}"
        exec "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -cp '%s' %s
        """
            .formatted(System.getProperty("java.class.path"), FakeApi.class.getName()));
  }

  public void write(String file, String text) throws IOException {
    Path path = folder().resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  public Path folder() {
    return root.resolve("workshop").resolve(name.value());
  }

  public Track track() {
    return WorkshopModule.at(folder()).tracks().getFirst();
  }

  public Target target() {
    return new Target(settings.admin(), name.schema());
  }

  public String schema() {
    return name.schema().quoted();
  }

  public String role() {
    return target().apiRole().quoted();
  }

  public void sql(String sql) throws SQLException {
    try (Connection connection = settings.admin().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The whole checklist: each title with its outcome. */
  public Map<String, CheckOutcome> check(Map<String, String> environment) throws SQLException {
    Map<String, CheckOutcome> outcomes = new LinkedHashMap<>();
    CheckSubject subject = new CheckSubject(settings, track(), target(), environment);
    CheckReport report = Checklist.run(subject, f -> outcomes.put(f.title(), f.outcome()));
    if (report.findings().size() != outcomes.size()) {
      throw new AssertionError("not every finding was heard: " + report + ", " + outcomes);
    }
    return outcomes;
  }

  /** One check alone. */
  public CheckOutcome look(Check check, Map<String, String> environment) throws SQLException {
    try (CheckContext scene =
        new CheckContext(new CheckSubject(settings, track(), target(), environment))) {
      return check.look(scene);
    }
  }

  public void remove() throws SQLException {
    sql("DROP SCHEMA IF EXISTS " + schema() + " CASCADE");
    sql("DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public");
    sql("DROP OWNED BY " + role() + "; DROP ROLE " + role());
  }
}
