package shareddb.cli.result;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.tenants.fleet.target.FleetTarget;
import shareddb.tenants.fleet.target.LostTarget;
import shareddb.tenants.fleet.target.TargetOutcome;
import shareddb.tenants.registry.TenantModule;

/** Tenants that were made once, and are not whole any more: what is lost, and how it comes back. */
public record LostTenantsText(TenantModule module, Map<FleetTarget, LostTarget> lost) {

  public static LostTenantsText of(TenantModule module, Collection<TargetOutcome.Gone> gone) {
    Map<FleetTarget, LostTarget> lost = new LinkedHashMap<>();
    gone.forEach(one -> lost.put(one.member(), one.lost()));
    return new LostTenantsText(module, lost);
  }

  public boolean isEmpty() {
    return lost.isEmpty();
  }

  /** A line for each thing that may be lost. */
  public List<String> lines() {
    Map<FleetTarget, String> reasons = new LinkedHashMap<>();
    lost.forEach((member, what) -> reasons.put(member, what.said()));
    return UnreachableTenantsText.of(reasons);
  }

  /** What to type for the first of them. */
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

  /** Of one that was named. */
  public CommandFailure failure() {
    return new CommandFailure(ExitCode.DIFFERS, String.join("\n", lines()), next());
  }
}
