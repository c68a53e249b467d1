package shareddb.verify.tenants;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import shareddb.tenants.fleet.survey.FleetStatus;
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.verify.checks.Check;
import shareddb.verify.checks.CheckContext;
import shareddb.verify.checks.CheckOutcome;

/**
 * Checks that each tenant of the registry has its schema, and each tenant's schema is in the
 * registry.
 */
public final class TenantSchemas implements Check {

  @Override
  public String title() {
    return "schemas";
  }

  @Override
  public CheckOutcome look(CheckContext scene) throws SQLException {
    FleetStatus fleet = scene.tenants();
    List<FleetTarget> missing =
        fleet.positions().entrySet().stream()
            .filter(entry -> entry.getValue().ground().isBare())
            .map(Map.Entry::getKey)
            .toList();
    List<String> what = new ArrayList<>();
    boolean apart = scene.registry().module().databases().isPresent();
    fleet.unseen().values().stream().distinct().forEach(what::add);
    fleet.lost().forEach((member, lost) -> what.add(member + ": " + lost.said()));
    if (!missing.isEmpty()) {
      what.add(
          "registered, without a "
              + (apart ? "database" : "schema")
              + ": "
              + SomeTenants.of(missing));
    }
    if (!fleet.orphans().isEmpty()) {
      List<String> orphans =
          fleet.orphans().stream()
              .map(t -> apart ? t.admin().database().quoted() : t.schema().quoted())
              .toList();
      what.add(
          (apart ? "databases" : "schemas")
              + " of no registered tenant: "
              + SomeTenants.of(orphans));
    }
    return what.isEmpty()
        ? new CheckOutcome.Ok(
            fleet.positions().size()
                + ", one for each tenant of the registry"
                + (apart ? ", in a database of its own" : ""))
        : new CheckOutcome.Failed(
            String.join("\n", what),
            !fleet.unseen().isEmpty()
                ? "start that server, or mend its POSTGRES_SERVER_NAME"
                : !fleet.lost().isEmpty()
                    ? "./db tenants status     says how each comes back"
                    : missing.isEmpty()
                        ? "look what is in them, then drop them, or register them again"
                        : scene.subject().command("upgrade") + "     makes what is missing");
  }
}
