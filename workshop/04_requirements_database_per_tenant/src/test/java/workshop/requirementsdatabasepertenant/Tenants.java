package workshop.requirementsdatabasepertenant;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.IntStream;
import shareddb.fleet.FleetListener;
import shareddb.fleet.FleetOptions;
import shareddb.fleet.FleetResult;
import shareddb.fleet.FleetUpgrade;
import shareddb.fleet.Member;
import shareddb.fleet.Members;
import shareddb.migrate.Target;
import shareddb.names.RoleName;
import shareddb.names.SchemaName;
import shareddb.names.Sha256;
import shareddb.testing.TestDatabase;
import shareddb.track.Track;
import shareddb.track.Workshop;
import workshop.requirements.suite.Statements;

/** Tenants for tests, made a few at a time: that is quicker than one by one. */
final class Tenants {

  /** One that is active, and its key. */
  record Made(String name, SchemaName schema, String key, String domain) {}

  /** Most tests want two or three; who wants more wants many. */
  private static final int FIRST_BATCH = 3;

  private static final int BATCH = 20;

  private final TestDatabase database;
  private final Queue<Made> ready = new ArrayDeque<>();
  private int count;

  Tenants(TestDatabase database) {
    this.database = database;
  }

  Made next() {
    if (ready.isEmpty()) {
      make(
          IntStream.range(0, count == 0 ? FIRST_BATCH : BATCH)
              .mapToObj(i -> named("t" + ++count))
              .toList());
    }
    return ready.remove();
  }

  void set(Made tenant, String status) {
    run(
        "UPDATE tenant_registry SET status = '"
            + status
            + "' WHERE tenant_name = '"
            + tenant.name()
            + "'");
  }

  /** As the administrator, in the shared schema. */
  void run(String sql) {
    try (Connection admin = database.admin().connect()) {
      Statements.run(admin, "SET search_path = \"04_requirements_database_per_tenant\"; " + sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static SchemaName schemaOf(String key) {
    return new SchemaName(key.replace("wsk_", "04_tenant_"));
  }

  private static Made named(String name) {
    return new Made(
        name, new SchemaName("04_tenant_" + name), "wsk_" + name, name + ".example.org");
  }

  private void make(List<Made> tenants) {
    try {
      FleetResult result =
          FleetUpgrade.run(
              database.admin(),
              track(),
              Members.of(tenants.stream().map(this::member).toList()),
              Optional.empty(),
              FleetOptions.USUAL.withRoles(
                  new FleetOptions.Roles.Taken(
                      Optional.of(RoleName.apiOf(database.target().schema())))),
              FleetListener.SILENT);
      if (!(result instanceof FleetResult.Done done && done.tally().failed().isEmpty())) {
        throw new IllegalStateException(result.toString());
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    tenants.forEach(this::register);
    ready.addAll(tenants);
  }

  private Member member(Made tenant) {
    return new Member(tenant.name(), new Target(database.admin(), tenant.schema()));
  }

  private void register(Made tenant) {
    run(
        """
        INSERT INTO tenant_registry (tenant_name, domain, schema_name, api_key_hash, status)
        VALUES ('%s', '%s', '%s', '%s', 'active')
        """
            .formatted(tenant.name(), tenant.domain(), tenant.schema(), Sha256.of(tenant.key())));
  }

  private Track track() {
    return Workshop.at(TestDatabase.checkout())
        .module(database.track().module())
        .tracks()
        .getLast();
  }
}
