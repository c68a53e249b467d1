package shareddb.tenants.provision;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import shareddb.base.jdbc.Query;
import shareddb.base.names.SchemaName;
import shareddb.tenants.registry.RegistrySql;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantRegistry;
import shareddb.tenants.registry.TenantStatus;

/** Writes new tenants into the registry, unless another tenant has their name, domain or schema. */
record TenantRegistration(TenantRegistry registry, Connection connection, RegistrySql sql) {

  /**
   * The results of the tenants that were not registered; the registered ones have no result yet.
   */
  Map<CheckedRequest, AddTenantResult> of(List<CheckedRequest> newcomers) throws SQLException {
    List<Tenant> neighbours = neighbours(newcomers);
    Set<String> schemas = schemas(newcomers);
    ServerPlacement placement =
        ServerPlacement.of(registry, sql.servers(connection), newcomers, neighbours);
    Map<CheckedRequest, AddTenantResult> settled = new LinkedHashMap<>();
    List<CheckedRequest> registered = new ArrayList<>();
    for (CheckedRequest newcomer : newcomers) {
      settled(newcomer, neighbours, schemas, placement)
          .ifPresentOrElse(result -> settled.put(newcomer, result), () -> registered.add(newcomer));
    }
    register(registered, placement);
    return settled;
  }

  private Optional<AddTenantResult> settled(
      CheckedRequest newcomer,
      List<Tenant> neighbours,
      Set<String> schemas,
      ServerPlacement placement) {
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
        ? same.filter(tenant -> !tenant.status().isUnfinished())
            .map(AddTenantResult.AlreadyThere::new)
        : Optional.of(new AddTenantResult.Refused(List.copyOf(problems)));
  }

  private static void clash(CheckedRequest newcomer, Tenant same, List<String> problems) {
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

  private static boolean isElsewhere(CheckedRequest newcomer, Tenant same) {
    return newcomer
        .server()
        .filter(wanted -> same.database().filter(own -> own.server().equals(wanted)).isEmpty())
        .isPresent();
  }

  private void foreign(CheckedRequest newcomer, Tenant other, List<String> problems) {
    if (other.domain().equals(newcomer.domain().value())) {
      problems.add("domain " + other.domain() + " is that of tenant " + other.name());
    }
    if (other.schema().equals(schema(newcomer))) {
      problems.add("schema " + other.schema().quoted() + " is that of tenant " + other.name());
    }
  }

  private List<Tenant> neighbours(List<CheckedRequest> newcomers) throws SQLException {
    String query =
        "WHERE tenant_name = ANY (?) OR domain = ANY (?) OR schema_name = ANY (?)"
            + " ORDER BY tenant_name";
    return sql.tenants(
        connection,
        query,
        column(newcomers, newcomer -> newcomer.name().value()),
        column(newcomers, newcomer -> newcomer.domain().value()),
        schemaNames(newcomers));
  }

  private Set<String> schemas(List<CheckedRequest> newcomers) throws SQLException {
    return Set.copyOf(
        Query.of(
                connection,
                "SELECT nspname FROM pg_catalog.pg_namespace WHERE nspname = ANY (?)",
                schemaNames(newcomers))
            .list(row -> row.getString(1)));
  }

  /**
   * Registers the new tenants. A tenant that an earlier run began gets a new key, because its old
   * key was never shown.
   */
  private void register(List<CheckedRequest> newcomers, ServerPlacement placement)
      throws SQLException {
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
    List<Object> columns =
        new ArrayList<>(
            List.of(
                column(newcomers, newcomer -> newcomer.name().value()),
                column(newcomers, newcomer -> newcomer.domain().value()),
                schemaNames(newcomers),
                column(newcomers, newcomer -> newcomer.key().hash()),
                column(newcomers, CheckedRequest::type)));
    if (sql.hasDatabases()) {
      columns.add(column(newcomers, one -> placement.database(one).server().value()));
      columns.add(column(newcomers, one -> placement.database(one).name().value()));
    }
    Query.of(connection, insert, columns.toArray()).update();
  }

  private SchemaName schema(CheckedRequest newcomer) {
    return registry.module().schemaOf(newcomer.name());
  }

  private List<String> schemaNames(List<CheckedRequest> newcomers) {
    return column(newcomers, newcomer -> schema(newcomer).value());
  }

  private static List<String> column(
      List<CheckedRequest> newcomers, Function<CheckedRequest, String> value) {
    return newcomers.stream().map(value).toList();
  }
}
