package shareddb.tenants.relocate.place;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shareddb.base.jdbc.Query;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantRegistry;
import shareddb.tenants.relocate.registry.ArrivalResult;

/** Adds and deletes the rows of one project, in all tables that have any. */
record ProjectRows(ProjectPlace place) {

  /** The statements of one transaction. */
  private interface Work<R> {
    R run(Connection connection) throws SQLException;
  }

  /**
   * Makes an arriving row for the project, which does not serve it yet. A project that was here
   * before gets its old row.
   */
  ArrivalResult arrive(RelocationPlace from) throws SQLException {
    return inTransaction(
        connection -> {
          ArrivalResult arrival = look(connection, from);
          if (arrival instanceof ArrivalResult.Ready) {
            makeRoom(connection, from);
          }
          return arrival;
        });
  }

  /** Whether the project could come here; nothing is changed. */
  ArrivalResult look(RelocationPlace from) throws SQLException {
    return inTransaction(connection -> look(connection, from));
  }

  private ArrivalResult look(Connection connection, RelocationPlace from) throws SQLException {
    Optional<ProjectModule.Row> row = row(connection);
    if (row.filter(ProjectModule.Row::isActive).isPresent()) {
      return refused("there is a " + place.label() + " already");
    }
    if (row.filter(ProjectModule.Row::hasMoved).isPresent() && hasRows(connection)) {
      return new ArrivalResult.Kept();
    }
    return row.flatMap(ProjectModule.Row::owner)
        .filter(owner -> !isOne(owner, from))
        .map(owner -> refused(place.label() + " is that of " + owner))
        .orElseGet(ArrivalResult.Ready::new);
  }

  /** Whether the owner is this tenant: it keeps its name in every pattern. */
  private static boolean isOne(String owner, RelocationPlace from) {
    return from instanceof TenantPlace(TenantRegistry registry, Tenant tenant)
        && owner.startsWith("tenant " + tenant.name() + " of ");
  }

  private void makeRoom(Connection connection, RelocationPlace from) throws SQLException {
    Optional<ProjectModule.Row> row = row(connection);
    if (row.isEmpty()) {
      insert(connection, from);
    } else if (row.get().hasMoved()) {
      Query.execute(
          connection,
          "UPDATE %s SET status = 'arriving' WHERE id = %d".formatted(table(), place.id()));
    }
  }

  private void insert(Connection connection, RelocationPlace from) throws SQLException {
    String sql =
        "INSERT INTO %s (id, name, status, moved_to) OVERRIDING SYSTEM VALUE VALUES (?, ?, 'arriving', ?)"
            .formatted(table());
    Query.of(connection, sql, place.id(), "arriving", ProjectModule.comingFrom(from)).update();
  }

  private static ArrivalResult refused(String why) {
    return new ArrivalResult.Refused(List.of(why));
  }

  /**
   * Deletes an arriving project's rows, unless the project is served already. A project that was
   * here before has the status moved again.
   */
  Optional<String> turnBack() throws SQLException {
    return inTransaction(
        connection -> {
          Optional<ProjectModule.Row> row = row(connection).filter(ProjectModule.Row::isArriving);
          if (row.isPresent()) {
            delete(connection);
            Query.execute(
                connection,
                (row.get().isNew()
                        ? "DELETE FROM %s WHERE id = %d"
                        : "UPDATE %s SET status = 'moved' WHERE id = %d")
                    .formatted(table(), place.id()));
          }
          return Optional.empty();
        });
  }

  /**
   * Deletes the rows of a project that has moved. Its own row stays and says which place serves it.
   */
  Optional<String> forget() throws SQLException {
    return inTransaction(
        connection -> {
          if (row(connection).filter(ProjectModule.Row::hasMoved).isPresent()) {
            delete(connection);
          }
          return Optional.empty();
        });
  }

  private Optional<ProjectModule.Row> row(Connection connection) throws SQLException {
    return place.projects().read(connection, "WHERE id = " + place.id() + " FOR UPDATE").stream()
        .findFirst();
  }

  private boolean hasRows(Connection connection) throws SQLException {
    for (MappingFile file : others()) {
      String sql = "SELECT EXISTS (SELECT " + from(file) + ")";
      if (Query.of(connection, sql).isTrue()) {
        return true;
      }
    }
    return false;
  }

  /** Deletes rows that refer to others before the rows that they refer to. */
  private void delete(Connection connection) throws SQLException {
    for (MappingFile file : others().reversed()) {
      Query.execute(connection, "DELETE " + from(file));
    }
  }

  private String from(MappingFile file) {
    return "FROM "
        + place.target().schema().quoted(file.table())
        + " WHERE "
        + file.own().orElseThrow();
  }

  /** The mappings of all tables with rows of the project, except its own row. */
  private List<MappingFile> others() {
    Map<String, String> values =
        Map.of(
            "flyway:defaultSchema", "",
            "tenant_schema", "",
            "project", String.valueOf(place.id()),
            "tenant", "");
    return MappingFile.in(place.projects().folder().resolve("move/as_project"), values).stream()
        .filter(file -> file.own().isPresent() && !file.table().equals(ProjectModule.TABLE))
        .toList();
  }

  private String table() {
    return place.projects().table();
  }

  private <R> R inTransaction(Work<R> work) throws SQLException {
    try (Connection connection = RelocationSessions.connect(place.target().admin())) {
      connection.setAutoCommit(false);
      R result = work.run(connection);
      connection.commit();
      return result;
    }
  }
}
