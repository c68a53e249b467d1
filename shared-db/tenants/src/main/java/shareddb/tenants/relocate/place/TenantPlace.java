package shareddb.tenants.relocate.place;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import shareddb.base.jdbc.Query;
import shareddb.base.names.ModuleName;
import shareddb.base.names.SchemaName;
import shareddb.base.names.WriteLockName;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.migrate.script.NewSchema;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantRegistry;
import shareddb.tenants.registry.TenantStatus;
import shareddb.tenants.relocate.registry.ArrivalResult;
import shareddb.tenants.relocate.registry.RegistryTransition;
import shareddb.tenants.relocate.registry.RelocatedTenants;

/** A tenant with a schema of its own, in the database that its registry names. */
public record TenantPlace(TenantRegistry registry, Tenant tenant) implements RelocationPlace {

  @Override
  public ModuleName module() {
    return registry.module().name();
  }

  @Override
  public Track track() {
    return registry.module().tenant();
  }

  @Override
  public Target target() {
    return registry.target(tenant);
  }

  @Override
  public Login workshop() {
    return registry.admin();
  }

  @Override
  public WriteLockName gate() {
    return WriteLockName.of(tenant.schema());
  }

  @Override
  public String label() {
    return "tenant " + tenant.name() + " of " + module();
  }

  @Override
  public String option() {
    return " --tenant " + tenant.name();
  }

  @Override
  public String where() {
    Login admin = target().admin();
    return tenant.database().isPresent()
        ? "database " + admin.database().quoted() + " at " + admin.address()
        : "schema " + target().schema().quoted();
  }

  /** A tenant whose arrival is being undone, and is not gone yet, counts as arriving. */
  @Override
  public String status() throws SQLException {
    if (RegistryTransition.comesFrom(registry, tenant).isPresent()) {
      return TenantStatus.ARRIVING.word();
    }
    return registry.find(tenant.name()).map(t -> t.status().word()).orElse("");
  }

  @Override
  public Optional<String> movedTo() throws SQLException {
    return RegistryTransition.movedTo(registry, tenant);
  }

  @Override
  public List<String> obstacles(RelocationPlace to) {
    return switch (tenant.status()) {
      case ACTIVE -> List.of();
      case SUSPENDED ->
          to instanceof ProjectPlace
              ? List.of(label() + " is suspended, and a project cannot be")
              : List.of();
      case PROVISIONING, FAILED, REMOVING, ARRIVING, MOVED ->
          List.of(label() + " is " + tenant.status().word());
    };
  }

  @Override
  public ArrivalResult prepare(RelocationPlace from, String keyHash, Duration patience)
      throws SQLException {
    return arrivals(patience).of(tenant, from.label(), keyHash);
  }

  @Override
  public ArrivalResult look(RelocationPlace from) throws SQLException {
    return arrivals(Duration.ZERO).look(tenant, from.label());
  }

  @Override
  public Optional<String> turnBack(Duration patience) throws SQLException {
    return arrivals(patience).turnBack(tenant);
  }

  @Override
  public Optional<String> retire(Duration patience) throws SQLException {
    return arrivals(patience).retire(tenant);
  }

  /** Renames the schema. A database of its own is renamed after the transaction. */
  @Override
  public void retire(Connection connection) throws SQLException {
    if (tenant.database().isPresent()) {
      return;
    }
    String schema = target().schema().quoted();
    String retired = registry.module().retiredSchemaOf(tenant.name()).quoted();
    Query.execute(
        connection,
        "REVOKE USAGE ON SCHEMA %1$s FROM %2$s; ALTER SCHEMA %1$s RENAME TO %3$s"
            .formatted(schema, target().apiRole().quoted(), retired));
  }

  @Override
  public Optional<String> forget(Duration patience) throws SQLException {
    return arrivals(patience).forget(tenant);
  }

  @Override
  public Optional<TenantStatus> held(Connection connection) throws SQLException {
    return crossing(connection).held(tenant);
  }

  @Override
  public Optional<String> keyHash(Connection connection) throws SQLException {
    return crossing(connection).keyHash(tenant);
  }

  @Override
  public boolean leaves(Connection connection, RelocationPlace to) throws SQLException {
    return crossing(connection).leaves(tenant, to.label());
  }

  @Override
  public boolean settles(Connection connection, TenantStatus as, String keyHash)
      throws SQLException {
    return crossing(connection).settles(tenant, as, keyHash);
  }

  @Override
  public boolean arrives(Connection connection) throws SQLException {
    return crossing(connection).arrives(tenant);
  }

  /** Makes a schema within the caller's transaction, only to read its columns. */
  @Override
  public SortedMap<String, List<MappedColumn>> columns(Connection source) throws SQLException {
    SchemaName name = new SchemaName("workshop_move_" + UUID.randomUUID());
    NewSchema.make(source, new Target(target().admin(), name), track().readAll().scripts());
    return TableColumns.of(source, name);
  }

  @Override
  public RowShare share(MappingFile file) {
    return new RowShare.Whole();
  }

  @Override
  public boolean countsAlone() {
    return true;
  }

  private RelocatedTenants arrivals(Duration patience) {
    return new RelocatedTenants(registry, patience);
  }

  private RegistryTransition crossing(Connection connection) {
    return RegistryTransition.in(registry, connection);
  }
}
