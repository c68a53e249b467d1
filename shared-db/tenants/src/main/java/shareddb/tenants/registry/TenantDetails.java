package shareddb.tenants.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import shareddb.base.jdbc.Query;
import shareddb.base.track.Target;
import shareddb.tenants.fleet.survey.FleetStatus;
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.tenants.fleet.targets.FleetTargets;
import shareddb.tenants.fleet.targets.LostTarget;
import shareddb.tenants.fleet.targets.TargetPosition;

/** One tenant: its row in the registry, and the state of its schema. */
public record TenantDetails(Tenant tenant, Look look) {

  /** The state of a tenant's schema. */
  public sealed interface Look {

    /**
     * The schema was read.
     *
     * @param position the state of its history; its ground tells whether there is a schema
     * @param bytes the size of its tables and their indexes
     */
    record Seen(TargetPosition position, long bytes) implements Look {}

    /** The schema could not be read: its server does not answer, or its history is locked. */
    record OutOfReach(String why) implements Look {}

    /** The tenant was made before, and its database, schema or role is missing now. */
    record Gone(LostTarget lost) implements Look {}
  }

  public static TenantDetails of(TenantRegistry registry, Tenant tenant) throws SQLException {
    FleetTarget member = registry.member(tenant);
    FleetStatus status =
        FleetStatus.of(registry.module().tenant(), FleetTargets.of(List.of(member)));
    return new TenantDetails(tenant, look(member, status));
  }

  private static Look look(FleetTarget member, FleetStatus status) throws SQLException {
    LostTarget lost = status.lost().get(member);
    if (lost != null) {
      return new Look.Gone(lost);
    }
    TargetPosition position = status.positions().get(member);
    if (position == null) {
      return new Look.OutOfReach(String.join("", status.unseen().values()));
    }
    boolean isBare = position.ground().isBare();
    return new Look.Seen(position, isBare ? 0 : bytes(member.target()));
  }

  private static long bytes(Target target) throws SQLException {
    String sql =
        """
        SELECT coalesce(sum(pg_catalog.pg_total_relation_size(relation.oid)), 0)
        FROM pg_catalog.pg_class AS relation
        JOIN pg_catalog.pg_namespace AS namespace ON namespace.oid = relation.relnamespace
        WHERE namespace.nspname = ? AND relation.relkind IN ('r', 'm', 'S')
        """;
    try (Connection connection = target.admin().reading().connect()) {
      return Query.of(connection, sql, target.schema().value()).one(row -> row.getLong(1));
    }
  }
}
