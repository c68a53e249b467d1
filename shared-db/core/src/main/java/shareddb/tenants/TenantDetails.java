package shareddb.tenants;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import shareddb.fleet.FleetStatus;
import shareddb.fleet.Lost;
import shareddb.fleet.Member;
import shareddb.fleet.Members;
import shareddb.fleet.Position;
import shareddb.jdbc.Query;
import shareddb.migrate.Target;

/** One tenant, as the registry has it and as its schema is. */
public record TenantDetails(Tenant tenant, Look look) {

  /** What is to be seen of it. */
  public sealed interface Look {

    /**
     * All.
     *
     * @param position where the schema stands, if there is one
     * @param bytes what its tables take up, with their indexes
     */
    record Seen(Position position, long bytes) implements Look {}

    /** Its server does not answer. */
    record OutOfReach(String why) implements Look {}

    /** It was made once, and is not whole any more. */
    record Gone(Lost lost) implements Look {}
  }

  public static TenantDetails of(Registry registry, Tenant tenant) throws SQLException {
    Member member = registry.member(tenant);
    FleetStatus status = FleetStatus.of(registry.module().tenant(), Members.of(List.of(member)));
    return new TenantDetails(tenant, look(member, status));
  }

  private static Look look(Member member, FleetStatus status) throws SQLException {
    Lost lost = status.lost().get(member);
    if (lost != null) {
      return new Look.Gone(lost);
    }
    Position position = status.positions().get(member);
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
    try (Connection connection = target.admin().connect()) {
      return Query.of(connection, sql, target.schema().value()).one(row -> row.getLong(1));
    }
  }
}
