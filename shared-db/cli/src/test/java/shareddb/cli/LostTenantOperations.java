package shareddb.cli;

import java.sql.SQLException;
import java.util.List;

/** The operations on tenants that the trial loses the COMMITs of. */
final class LostTenantOperations {

  private final LostTrialGround ground;

  private LostTenantOperations(LostTrialGround ground) {
    this.ground = ground;
  }

  static List<LostOperation> on(LostTrialGround ground) {
    LostTenantOperations all = new LostTenantOperations(ground);
    return List.of(
        all.tenantsAdd(), all.tenantsUpgrade(), all.tenantsDowngrade(), all.tenantsRemove());
  }

  private LostOperation tenantsAdd() {
    return new LostOperation(
        "tenants add",
        "COMMIT",
        "SET status = 'active'",
        false,
        ground.number::incrementAndGet,
        () ->
            ground.lossy.run("tenants", "add", newcomer(), "--domain", newcomer() + ".example.com"),
        () -> status(newcomer()),
        "provisioning",
        "active",
        () -> {
          LostTrialGround.done(
              ground.tool, "tenants", "add", newcomer(), "--domain", newcomer() + ".example.com");
          return status(newcomer()).equals("active") ? "" : status(newcomer());
        });
  }

  private LostOperation tenantsUpgrade() {
    return new LostOperation(
        "tenants upgrade",
        "COMMIT",
        "ADD COLUMN color",
        true,
        () -> LostTrialGround.done(ground.tool, "tenants", "downgrade", "--target", "1", "--yes"),
        () -> ground.lossy.run("tenants", "upgrade", "--wait", "5"),
        this::colors,
        "none",
        "all",
        LostOperation.WayBackCheck.NONE);
  }

  private LostOperation tenantsDowngrade() {
    return new LostOperation(
        "tenants downgrade",
        "COMMIT",
        "DROP COLUMN color",
        true,
        () -> {
          LostTrialGround.done(ground.tool, "tenants", "upgrade");
          ground.execute("UPDATE \"07_tenant_one\".notes SET color = 'old'");
        },
        () ->
            ground.lossy.run(
                "tenants", "downgrade", "--target", "1", "--snapshot", "--yes", "--wait", "5"),
        this::colors,
        "all",
        "none",
        () -> {
          LostTrialGround.done(
              ground.tool, "restore", "07/tenant", "--tenant", "one", "--at-its-version");
          String color =
              ground.value("SELECT string_agg(DISTINCT color, ',') FROM \"07_tenant_one\".notes");
          return "old".equals(color) ? "" : "color is " + color;
        });
  }

  private LostOperation tenantsRemove() {
    return new LostOperation(
        "tenants remove",
        "DROP SCHEMA",
        "DROP SCHEMA",
        false,
        () -> {
          ground.number.incrementAndGet();
          LostTrialGround.done(
              ground.tool, "tenants", "add", newcomer(), "--domain", newcomer() + ".example.com");
        },
        () -> ground.lossy.run("tenants", "remove", newcomer(), "--yes", newcomer()),
        () -> status(newcomer()).isEmpty() ? "gone" : "there",
        "there",
        "gone",
        () -> {
          if (!status(newcomer()).isEmpty()) {
            LostTrialGround.done(ground.tool, "tenants", "remove", newcomer(), "--yes", newcomer());
          }
          LostTrialGround.done(
              ground.tool, "tenants", "add", newcomer(), "--domain", newcomer() + ".example.com");
          LostTrialGround.done(ground.tool, "restore", "07/tenant", "--tenant", newcomer());
          return "";
        });
  }

  private String newcomer() {
    return "lost" + ground.number.get();
  }

  private String status(String tenant) throws SQLException {
    return ground.value(
        "SELECT coalesce(max(status::text), '') FROM \""
            + LostTrialGround.TENANTS
            + "\".tenant_registry WHERE tenant_name = '"
            + tenant
            + "'");
  }

  private String colors() throws SQLException {
    return ground.value(
        "SELECT CASE count(*) FILTER (WHERE column_name = 'color') WHEN 0 THEN 'none' WHEN"
            + " count(DISTINCT table_schema) THEN 'all' ELSE 'some' END FROM"
            + " information_schema.columns WHERE table_schema LIKE '07\\_tenant\\_%' AND table_name"
            + " = 'notes'");
  }
}
