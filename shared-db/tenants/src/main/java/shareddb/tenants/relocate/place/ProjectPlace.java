package shareddb.tenants.relocate.place;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import shareddb.base.jdbc.Query;
import shareddb.base.names.ModuleName;
import shareddb.base.names.WriteLockName;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.tenants.registry.TenantStatus;
import shareddb.tenants.relocate.registry.ArrivalResult;

/** A project in tables that all projects share: its rows carry its id. */
public record ProjectPlace(ProjectModule projects, long id) implements RelocationPlace {

  @Override
  public ModuleName module() {
    return projects.track().module();
  }

  @Override
  public Track track() {
    return projects.track();
  }

  @Override
  public Target target() {
    return projects.target();
  }

  @Override
  public Login workshop() {
    return projects.admin();
  }

  @Override
  public WriteLockName gate() {
    return WriteLockName.of(target().schema(), id);
  }

  @Override
  public String label() {
    return "project " + id + " of " + module();
  }

  @Override
  public String option() {
    return " --project " + id;
  }

  @Override
  public String where() {
    return "the project's row";
  }

  @Override
  public String status() throws SQLException {
    return projects.find(id).map(ProjectModule.Row::status).orElse("");
  }

  @Override
  public Optional<String> movedTo() throws SQLException {
    return projects
        .find(id)
        .filter(ProjectModule.Row::hasMoved)
        .flatMap(ProjectModule.Row::movedTo);
  }

  @Override
  public List<String> obstacles(RelocationPlace to) throws SQLException {
    Optional<ProjectModule.Row> row = projects.find(id);
    if (row.isEmpty()) {
      return List.of("there is no " + label());
    }
    return row.get().isActive()
        ? List.of()
        : List.of(
            label()
                + " is "
                + row.get().status()
                + row.get().movedTo().map(t -> ": " + t).orElse(""));
  }

  @Override
  public ArrivalResult prepare(RelocationPlace from, String keyHash, Duration patience)
      throws SQLException {
    return new ProjectRows(this).arrive(from);
  }

  @Override
  public ArrivalResult look(RelocationPlace from) throws SQLException {
    return new ProjectRows(this).look(from);
  }

  @Override
  public Optional<String> turnBack(Duration patience) throws SQLException {
    return new ProjectRows(this).turnBack();
  }

  @Override
  public Optional<String> retire(Duration patience) {
    return Optional.empty();
  }

  /**
   * Does nothing: the rows stay in their tables, and the project's own row says that it has moved.
   */
  @Override
  public void retire(Connection connection) {}

  @Override
  public Optional<String> forget(Duration patience) throws SQLException {
    return new ProjectRows(this).forget();
  }

  @Override
  public Optional<TenantStatus> held(Connection connection) {
    return Optional.of(TenantStatus.ACTIVE);
  }

  @Override
  public Optional<String> keyHash(Connection connection) {
    return Optional.empty();
  }

  @Override
  public boolean leaves(Connection connection, RelocationPlace to) throws SQLException {
    return becomes(connection, "moved", to.label(), "active");
  }

  @Override
  public boolean settles(Connection connection, TenantStatus as, String keyHash)
      throws SQLException {
    return becomes(connection, "active", null, "arriving");
  }

  private boolean becomes(
      Connection connection, String status, @Nullable String movedTo, String before)
      throws SQLException {
    String sql =
        "UPDATE %s SET status = ?, moved_to = ? WHERE id = ? AND status = ?"
            .formatted(projects.table());
    return Query.of(connection, sql, status, movedTo, id, before).update() == 1;
  }

  @Override
  public boolean arrives(Connection connection) throws SQLException {
    String sql =
        "SELECT true FROM %s WHERE id = ? AND status = 'arriving' FOR SHARE"
            .formatted(projects.table());
    return Query.of(connection, sql, id).isTrue();
  }

  @Override
  public SortedMap<String, List<MappedColumn>> columns(Connection source) throws SQLException {
    return TableColumns.of(source, target().schema());
  }

  @Override
  public RowShare share(MappingFile file) {
    return file.own().<RowShare>map(RowShare.Part::new).orElseGet(RowShare.Common::new);
  }

  @Override
  public boolean countsAlone() {
    return false;
  }
}
