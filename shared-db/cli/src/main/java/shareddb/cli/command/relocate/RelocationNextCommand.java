package shareddb.cli.command.relocate;

import shareddb.base.names.TenantName;
import shareddb.tenants.relocate.place.RelocationPlace;
import shareddb.tenants.relocate.place.TenantPlace;

/** The next commands to type for one relocation. */
record RelocationNextCommand(RelocationOptions options, RelocationPlaces.Pair pair) {

  /** The same command for this one tenant, with the other options that were typed. */
  String same() {
    return typed() + options.again();
  }

  String abort() {
    return typed() + " --abort";
  }

  String finish() {
    return typed() + " --finish";
  }

  String goOnOrAbort() {
    return same() + "     goes on;  " + abort() + "     takes it away";
  }

  /**
   * The command that removes the rows kept at the destination since the tenant was there before.
   */
  String finishThere() {
    return "./db move --from %s --to %s%s --finish"
        .formatted(digits(pair.to()), digits(pair.from()), pair.to().option());
  }

  /** The tenant's name, at the side of the relocation where it is a tenant. */
  TenantName name() {
    RelocationPlace place = pair.to() instanceof TenantPlace ? pair.to() : pair.from();
    return ((TenantPlace) place).tenant().name();
  }

  private String typed() {
    String tenant = pair.from() instanceof TenantPlace ? "" : " --tenant " + name();
    return "./db move --from %s --to %s%s%s"
        .formatted(digits(pair.from()), digits(pair.to()), pair.from().option(), tenant);
  }

  /** Two digits are enough to name a module. */
  private static String digits(RelocationPlace place) {
    return place.module().value().substring(0, 2);
  }
}
