package shareddb.move;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import shareddb.jdbc.Query;
import shareddb.migrate.NewSchema;
import shareddb.migrate.Target;
import shareddb.names.GateName;
import shareddb.names.ModuleName;
import shareddb.names.SchemaName;
import shareddb.settings.Login;
import shareddb.tenants.Arrival;
import shareddb.tenants.Arrivals;
import shareddb.tenants.Crossing;
import shareddb.tenants.Registry;
import shareddb.tenants.Tenant;
import shareddb.tenants.TenantStatus;
import shareddb.track.Track;

/** A tenant with a schema of its own, in whichever database its registry says. */
public record TenantPlace(Registry registry, Tenant tenant) implements Place {

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
  public GateName gate() {
    return GateName.of(tenant.schema());
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

  /** One that is being taken away again, and is not gone, still comes. */
  @Override
  public String status() throws SQLException {
    if (Crossing.comesFrom(registry, tenant).isPresent()) {
      return TenantStatus.ARRIVING.word();
    }
    return registry.find(tenant.name()).map(t -> t.status().word()).orElse("");
  }

  @Override
  public Optional<String> movedTo() throws SQLException {
    return Crossing.movedTo(registry, tenant);
  }

  @Override
  public List<String> obstacles(Place to) {
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
  public Arrival prepare(Place from, String keyHash, Duration patience) throws SQLException {
    return arrivals(patience).of(tenant, from.label(), keyHash);
  }

  @Override
  public Arrival look(Place from) throws SQLException {
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

  /** A database of its own gets its other name afterwards. */
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
  public boolean leaves(Connection connection, Place to) throws SQLException {
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

  /** Its schema is made within the caller's transaction, to be looked at. */
  @Override
  public SortedMap<String, List<Column>> columns(Connection source) throws SQLException {
    SchemaName name = new SchemaName("workshop_move_" + UUID.randomUUID());
    NewSchema.make(source, new Target(target().admin(), name), track().readAll().scripts());
    return Columns.of(source, name);
  }

  @Override
  public Share share(MoveFile file) {
    return new Share.Whole();
  }

  @Override
  public boolean countsAlone() {
    return true;
  }

  private Arrivals arrivals(Duration patience) {
    return new Arrivals(registry, patience);
  }

  private Crossing crossing(Connection connection) {
    return Crossing.in(registry, connection);
  }
}
