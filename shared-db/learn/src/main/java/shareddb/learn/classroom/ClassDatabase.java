package shareddb.learn.classroom;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import shareddb.base.jdbc.ConcurrentChange;
import shareddb.base.jdbc.Query;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.RoleName;
import shareddb.base.settings.Login;
import shareddb.postgres.server.ServerDatabases;

/**
 * The database of a class, beside the workshop's own. Learners may connect to it and make schemas
 * of their own in it. The schema {@code class} is the instructor's: the learners, and what each has
 * solved.
 *
 * @param admin the instructor's login to it
 */
public record ClassDatabase(Login admin) {

  private static final String SUFFIX = "_class";

  /** Makes the database, its tables and its two groups of roles where they are missing. */
  public static ClassDatabase ensure(Login workshop) throws SQLException {
    Login login = ServerDatabases.ensure(workshop, name(workshop));
    ClassDatabase made = new ClassDatabase(login);
    try (Connection connection = login.connect()) {
      ConcurrentChange.make(() -> made.makeTables(connection));
    }
    return made;
  }

  /** The class of a workshop, if it has one. */
  public static Optional<ClassDatabase> find(Login workshop) throws SQLException {
    DatabaseName name = name(workshop);
    return ServerDatabases.exists(workshop, name)
        ? Optional.of(new ClassDatabase(workshop.to(name)))
        : Optional.empty();
  }

  /** The database's name: the one of the workshop's with an ending. */
  public static DatabaseName name(Login workshop) {
    return new DatabaseName(workshop.database() + SUFFIX);
  }

  /** Whether these are the tables of a class: true for its learners too. */
  static boolean hasTables(Connection connection) throws SQLException {
    return Query.of(connection, "SELECT to_regclass('class.progress') IS NOT NULL").isTrue();
  }

  private void makeTables(Connection connection) throws SQLException {
    if (!hasTables(connection)) {
      Query.execute(connection, "BEGIN;\n" + script() + "COMMIT");
    }
  }

  /** The group that has the rights of all learners. */
  RoleName learners() {
    return new RoleName(admin.database() + "_learners");
  }

  /** The group that has the rights of all roles of learners' APIs. */
  RoleName apis() {
    return new RoleName(admin.database() + "_apis");
  }

  private String script() {
    try (InputStream script = ClassDatabase.class.getResourceAsStream("class.sql")) {
      return new String(
              Objects.requireNonNull(script, "class.sql").readAllBytes(), StandardCharsets.UTF_8)
          .replace("${database}", admin.database().quoted())
          .replace("${learners}", learners().quoted())
          .replace("${apis}", apis().quoted());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read class.sql", e);
    }
  }
}
