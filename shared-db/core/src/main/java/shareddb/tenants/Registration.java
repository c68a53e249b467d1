package shareddb.tenants;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import shareddb.names.SchemaName;

/** Writes newcomers into the registry, where nobody has their names already. */
record Registration(Registry registry, Connection connection, RegistrySql sql) {

  /** What became at once of those that were not registered; of all others nothing yet. */
  Map<Newcomer, AddResult> of(List<Newcomer> newcomers) throws SQLException {
    List<Tenant> neighbours = neighbours(newcomers);
    Set<String> schemas = schemas(newcomers);
    Placement placement = Placement.of(registry, sql.servers(connection), newcomers, neighbours);
    Map<Newcomer, AddResult> settled = new LinkedHashMap<>();
    List<Newcomer> registered = new ArrayList<>();
    for (Newcomer newcomer : newcomers) {
      settled(newcomer, neighbours, schemas, placement)
          .ifPresentOrElse(result -> settled.put(newcomer, result), () -> registered.add(newcomer));
    }
    register(registered, placement);
    return settled;
  }

  private Optional<AddResult> settled(
      Newcomer newcomer, List<Tenant> neighbours, Set<String> schemas, Placement placement) {
    Optional<Tenant> same =
        neighbours.stream().filter(t -> t.name().equals(newcomer.name())).findFirst();
    List<String> problems = new ArrayList<>();
    same.ifPresent(tenant -> clash(newcomer, tenant, problems));
    for (Tenant tenant : neighbours) {
      if (!tenant.name().equals(newcomer.name())) {
        foreign(newcomer, tenant, problems);
      }
    }
    String schema = schema(newcomer).value();
    if (problems.isEmpty()) {
      placement.problem(newcomer).ifPresent(problems::add);
    }
    if (same.isEmpty() && problems.isEmpty() && schemas.contains(schema)) {
      problems.add("schema \"" + schema + "\" is there already, and no tenant's: look what it is");
    }
    return problems.isEmpty()
        ? same.filter(tenant -> !tenant.status().isUnfinished()).map(AddResult.AlreadyThere::new)
        : Optional.of(new AddResult.Refused(List.copyOf(problems)));
  }

  private static void clash(Newcomer newcomer, Tenant same, List<String> problems) {
    if (same.status() == TenantStatus.REMOVING) {
      problems.add("tenant " + same.name() + " is being removed");
    } else if (!same.status().isHere()) {
      problems.add("tenant " + same.name() + " is " + same.status().word() + ", and not here");
    } else if (!same.domain().equals(newcomer.domain().value())) {
      problems.add("there is a tenant " + same.name() + " already, at " + same.domain());
    } else if (isElsewhere(newcomer, same)) {
      problems.add(
          "tenant "
              + same.name()
              + " is on server "
              + same.database().map(own -> own.server().value()).orElse(""));
    }
  }

  private static boolean isElsewhere(Newcomer newcomer, Tenant same) {
    return newcomer
        .server()
        .filter(wanted -> same.database().filter(own -> own.server().equals(wanted)).isEmpty())
        .isPresent();
  }

  private void foreign(Newcomer newcomer, Tenant other, List<String> problems) {
    if (other.domain().equals(newcomer.domain().value())) {
      problems.add("domain " + other.domain() + " is that of tenant " + other.name());
    }
    if (other.schema().equals(schema(newcomer))) {
      problems.add("schema " + other.schema().quoted() + " is that of tenant " + other.name());
    }
  }

  private List<Tenant> neighbours(List<Newcomer> newcomers) throws SQLException {
    String query =
        sql.select()
            + "WHERE tenant_name = ANY (?) OR domain = ANY (?) OR schema_name = ANY (?)"
            + " ORDER BY tenant_name";
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      column(statement, 1, newcomers, newcomer -> newcomer.name().value());
      column(statement, 2, newcomers, newcomer -> newcomer.domain().value());
      column(statement, 3, newcomers, newcomer -> schema(newcomer).value());
      return sql.rows(statement);
    }
  }

  private Set<String> schemas(List<Newcomer> newcomers) throws SQLException {
    Set<String> schemas = new HashSet<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT nspname FROM pg_catalog.pg_namespace WHERE nspname = ANY (?)")) {
      column(statement, 1, newcomers, newcomer -> schema(newcomer).value());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          schemas.add(rows.getString(1));
        }
      }
    }
    return schemas;
  }

  /** Who was begun before gets a new key: nobody ever saw the old one. */
  private void register(List<Newcomer> newcomers, Placement placement) throws SQLException {
    String insert =
        """
        INSERT INTO %s AS registry (tenant_name, domain, schema_name, api_key_hash, type%s)
        SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[]%s)
        ON CONFLICT (tenant_name) DO UPDATE
        SET api_key_hash = excluded.api_key_hash, type = excluded.type, status = 'provisioning',
            failure = NULL, updated_at = clock_timestamp()
        WHERE registry.status IN ('provisioning', 'failed')
        """
            .formatted(
                sql.table(),
                sql.hasDatabases() ? RegistrySql.OF_DATABASES : "",
                sql.hasDatabases() ? ", ?::text[], ?::text[]" : "");
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      column(statement, 1, newcomers, newcomer -> newcomer.name().value());
      column(statement, 2, newcomers, newcomer -> newcomer.domain().value());
      column(statement, 3, newcomers, newcomer -> schema(newcomer).value());
      column(statement, 4, newcomers, newcomer -> newcomer.key().hash());
      column(statement, 5, newcomers, Newcomer::type);
      if (sql.hasDatabases()) {
        column(statement, 6, newcomers, one -> placement.database(one).server().value());
        column(statement, 7, newcomers, one -> placement.database(one).name().value());
      }
      statement.executeUpdate();
    }
  }

  private SchemaName schema(Newcomer newcomer) {
    return registry.module().schemaOf(newcomer.name());
  }

  private void column(
      PreparedStatement statement,
      int place,
      List<Newcomer> newcomers,
      Function<Newcomer, String> value)
      throws SQLException {
    statement.setArray(
        place, connection.createArrayOf("text", newcomers.stream().map(value).toArray()));
  }
}
