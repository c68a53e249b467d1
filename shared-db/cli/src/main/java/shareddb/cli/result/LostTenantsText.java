package shareddb.cli.result;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.tenants.fleet.targets.LostTarget;
import shareddb.tenants.fleet.targets.TargetOutcome;
import shareddb.tenants.registry.TenantModule;

/**
 * The message about tenants that were created once and have lost their role, schema or database,
 * and the commands that restore them.
 */
public record LostTenantsText(TenantModule module, Map<FleetTarget, LostTarget> lost) {

  public static LostTenantsText of(TenantModule module, Collection<TargetOutcome.Gone> gone) {
    Map<FleetTarget, LostTarget> lost = new LinkedHashMap<>();
    gone.forEach(one -> lost.put(one.member(), one.lost()));
    return new LostTenantsText(module, lost);
  }

  public boolean isEmpty() {
    return lost.isEmpty();
  }

  /** Returns one line for each reason. */
  public List<String> lines() {
    Map<FleetTarget, String> reasons = new LinkedHashMap<>();
    lost.forEach((member, what) -> reasons.put(member, what.said()));
    return UnreachableTenantsText.of(reasons);
  }

  /** The commands for the first of these tenants. */
  public String next() {
    Map.Entry<FleetTarget, LostTarget> first = lost.entrySet().iterator().next();
    String tenant = " " + module.tenant().label() + " --tenant " + first.getKey();
    String named = " " + module.tenant().label() + " NAME --tenant " + first.getKey();
    return switch (first.getValue()) {
      case ROLE ->
          ("./db snapshot%s     keeps its rows, then\n"
                  + "./db restore%s     makes its schema and its role anew, with its rows")
              .formatted(tenant, named);
      case SCHEMA -> comesBack(first.getKey(), tenant, named);
      case DATABASE ->
          comesBack(first.getKey(), tenant, named)
              + "\nor, where the server is another one than it was, mend POSTGRES_URL (or its"
              + " POSTGRES_SERVER_…)";
    };
  }

  private static String comesBack(FleetTarget member, String tenant, String named) {
    return "./db restore"
        + named
        + "     brings a snapshot back; which there are:  ./db snapshots"
        + tenant
        + "\nor  ./db reset"
        + tenant
        + "     makes it anew, empty\nor  ./db tenants remove "
        + member
        + "     takes it out of the registry";
  }

  /** The failure for a tenant that the user named. */
  public CommandFailure failure() {
    return new CommandFailure(ExitCode.DIFFERS, String.join("\n", lines()), next());
  }
}
