package shareddb.move;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shareddb.migrate.Target;
import shareddb.settings.Login;
import shareddb.track.Track;
import shareddb.track.WorkshopModule;

/**
 * A module whose tenants are rows of its table {@code projects}.
 *
 * @param folder the module's: in {@code move/} it says which of its rows are what of a tenant's
 */
public record Projects(Track track, Path folder, Login admin) {

  static final String TABLE = "projects";

  private static final String ACTIVE = "active";
  private static final String ARRIVING = "arriving";
  private static final String MOVED = "moved";

  /**
   * A project's row.
   *
   * @param movedTo who serves it, where it has moved
   */
  public record Row(long id, String name, String status, Optional<String> movedTo) {

    boolean isActive() {
      return status.equals(ACTIVE);
    }

    boolean isArriving() {
      return status.equals(ARRIVING);
    }

    boolean hasMoved() {
      return status.equals(MOVED);
    }
  }

  /** Nothing where the module does not say how one moves. */
  public static Optional<Projects> of(WorkshopModule module, Login admin) {
    return module.tracks().size() == 1 && Files.isDirectory(module.folder().resolve("move"))
        ? Optional.of(new Projects(module.tracks().getFirst(), module.folder(), admin))
        : Optional.empty();
  }

  Target target() {
    return new Target(admin, track.module().schema());
  }

  /** As it stands in SQL. */
  String table() {
    return target().schema().quoted(TABLE);
  }

  public Optional<Row> find(long id) throws SQLException {
    try (Connection connection = admin.connect()) {
      return read(connection, "WHERE id = " + id).stream().findFirst();
    }
  }

  /** Those that are served here, by id. */
  public List<Row> active() throws SQLException {
    try (Connection connection = admin.connect()) {
      return read(connection, "WHERE status = 'active' ORDER BY id");
    }
  }

  /** One that no project has had. */
  public long nextId() throws SQLException {
    String sql = "SELECT nextval(pg_get_serial_sequence('" + table() + "', 'id'))";
    try (Connection connection = admin.connect();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /** The id that a tenant had here before it moved, where it had one and nobody else has it. */
  public Optional<Long> home(TenantPlace tenant) throws SQLException {
    MoveFile home =
        MoveFile.of(
            folder.resolve("move/home.sql"),
            Map.of("tenant_schema", Mapping.inner(tenant.target().schema())));
    try (Connection connection = tenant.target().admin().connect();
        PreparedStatement statement = connection.prepareStatement(home.sql());
        ResultSet row = statement.executeQuery()) {
      long id = row.next() ? row.getLong(1) : 0;
      Optional<Row> there = id == 0 ? Optional.empty() : find(id);
      return there.filter(found -> found.hasMoved() || found.isArriving()).map(Row::id);
    }
  }

  List<Row> read(Connection connection, String which) throws SQLException {
    String sql = "SELECT id, name, status, moved_to FROM " + table() + " " + which;
    List<Row> rows = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet found = statement.executeQuery()) {
      while (found.next()) {
        rows.add(
            new Row(
                found.getLong("id"),
                found.getString("name"),
                found.getString("status"),
                Optional.ofNullable(found.getString("moved_to"))));
      }
    }
    return List.copyOf(rows);
  }
}
