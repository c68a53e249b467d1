package shareddb.verify.tenants;

import java.sql.SQLException;
import java.util.List;
import shareddb.verify.checks.Check;
import shareddb.verify.checks.CheckContext;
import shareddb.verify.checks.CheckOutcome;

/**
 * Checks that no {@code CREATE INDEX CONCURRENTLY} has left an invalid index in a tenant's schema.
 */
public final class TenantIndexes implements Check {

  private static final String INVALID =
      """
      SELECT quote_ident(namespace.nspname) || '.' || quote_ident(class.relname)
      FROM pg_catalog.pg_index AS index
      JOIN pg_catalog.pg_class AS class ON class.oid = index.indexrelid
      JOIN pg_catalog.pg_namespace AS namespace ON namespace.oid = class.relnamespace
      WHERE starts_with(namespace.nspname, ?) AND NOT index.indisvalid AND class.relkind = 'i'
      ORDER BY 1
      """;

  @Override
  public String title() {
    return "indexes";
  }

  @Override
  public CheckOutcome look(CheckContext scene) throws SQLException {
    List<String> invalid = scene.textsOfTenants(INVALID, scene.registry().module().prefix());
    return invalid.isEmpty()
        ? new CheckOutcome.Ok("all valid")
        : new CheckOutcome.Failed(
            "invalid, and used by no query: " + SomeTenants.of(invalid),
            scene.subject().command("sql")
                + " --tenant NAME --admin 'DROP INDEX CONCURRENTLY "
                + invalid.getFirst()
                + "'");
  }
}
