package shareddb.tenants.relocate.place;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shareddb.base.jdbc.Query;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.WorkshopModule;
import shareddb.tenants.relocate.registry.RegistryTransition;

/**
 * A module whose tenants are rows of its table {@code projects}.
 *
 * @param folder the module's folder; its {@code move/} maps projects to tenants
 */
public record ProjectModule(Track track, Path folder, Login admin) {

  static final String TABLE = "projects";

  private static final String ACTIVE = "active";
  private static final String ARRIVING = "arriving";
  private static final String MOVED = "moved";

  /**
   * Prefix of {@code moved_to} for a project that is new here: the place that it comes from
   * follows.
   */
  private static final String FROM = "from ";

  /**
   * A project's row.
   *
   * @param movedTo the place that serves it after it has moved; for an arriving project that is new
   *     here, the place that it comes from
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

    /** The place that it has moved to or comes from. */
    Optional<String> owner() {
      return movedTo.map(text -> text.startsWith(FROM) ? text.substring(FROM.length()) : text);
    }

    /** Whether it is arriving and was never here before. */
    boolean isNew() {
      return isArriving() && movedTo.filter(text -> text.startsWith(FROM)).isPresent();
    }
  }

  /** Empty if the module has no mapping files for a relocation. */
  public static Optional<ProjectModule> of(WorkshopModule module, Login admin) {
    return module.tracks().size() == 1 && Files.isDirectory(module.folder().resolve("move"))
        ? Optional.of(new ProjectModule(module.tracks().getFirst(), module.folder(), admin))
        : Optional.empty();
  }

  public Target target() {
    return new Target(admin, track.module().schema());
  }

  /** The quoted table for SQL. */
  String table() {
    return target().schema().quoted(TABLE);
  }

  public Optional<Row> find(long id) throws SQLException {
    try (Connection connection = admin.reading().connect()) {
      return read(connection, "WHERE id = " + id).stream().findFirst();
    }
  }

  /** The projects that are served here, ordered by id. */
  public List<Row> active() throws SQLException {
    try (Connection connection = admin.reading().connect()) {
      return read(connection, "WHERE status = 'active' ORDER BY id");
    }
  }

  static String comingFrom(RelocationPlace from) {
    return FROM + from.label();
  }

  /** Takes the next id of the sequence, which no project has had. */
  public long nextId() throws SQLException {
    return number("SELECT nextval(" + sequence() + ")").orElseThrow();
  }

  /** The next id without taking it: another session may take it first. */
  public long upcomingId() throws SQLException {
    return number("SELECT 1 + coalesce(pg_sequence_last_value(" + sequence() + "), 0)")
        .orElseThrow();
  }

  /**
   * The id that a tenant had here before it moved, or was given when it began to arrive, or has
   * now.
   */
  public Optional<Long> idOf(TenantPlace tenant) throws SQLException {
    return switch (tenant.tenant().status()) {
      case MOVED -> movedHere(tenant);
      case ACTIVE, SUSPENDED -> {
        Optional<Long> home = home(tenant);
        yield home.isPresent() ? home : coming(tenant);
      }
      case PROVISIONING, FAILED, REMOVING, ARRIVING -> Optional.empty();
    };
  }

  private Optional<Long> coming(TenantPlace tenant) throws SQLException {
    return number(
        "SELECT id FROM %s WHERE status = 'arriving' AND moved_to = '%s'"
            .formatted(table(), comingFrom(tenant)));
  }

  /**
   * Reads the project's id from the tenant's registry, for a command that follows one that was
   * killed after the switch.
   */
  private Optional<Long> movedHere(TenantPlace tenant) throws SQLException {
    Pattern label = Pattern.compile("project ([0-9]+) of " + track.module());
    return RegistryTransition.movedTo(tenant.registry(), tenant.tenant())
        .map(label::matcher)
        .filter(Matcher::matches)
        .map(found -> Long.parseLong(found.group(1)));
  }

  private Optional<Long> home(TenantPlace tenant) throws SQLException {
    MappingFile home =
        MappingFile.of(
            folder.resolve("move/home.sql"),
            Map.of("tenant_schema", PatternMapping.inner(tenant.target().schema())));
    Optional<Long> id =
        tenant.tenant().database().isEmpty() ? number(home.sql()) : Optional.empty();
    Optional<Row> row = id.isEmpty() ? Optional.empty() : find(id.get());
    return row.filter(found -> found.hasMoved() || found.isArriving()).map(Row::id);
  }

  private String sequence() {
    return "pg_get_serial_sequence('" + table() + "', 'id')";
  }

  /** Empty for no row, and for null. */
  private Optional<Long> number(String sql) throws SQLException {
    try (Connection connection = admin.reading().connect()) {
      return Query.of(connection, sql)
          .first(row -> Optional.ofNullable(row.getObject(1, Long.class)))
          .flatMap(number -> number);
    }
  }

  List<Row> read(Connection connection, String which) throws SQLException {
    String sql = "SELECT id, name, status, moved_to FROM " + table() + " " + which;
    return Query.of(connection, sql)
        .list(
            row ->
                new Row(
                    row.getLong("id"),
                    row.getString("name"),
                    row.getString("status"),
                    Optional.ofNullable(row.getString("moved_to"))));
  }
}
