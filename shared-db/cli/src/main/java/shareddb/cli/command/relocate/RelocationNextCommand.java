package shareddb.cli.command.relocate;

import shareddb.base.names.TenantName;
import shareddb.tenants.relocate.place.RelocationPlace;
import shareddb.tenants.relocate.place.TenantPlace;

/** What is typed next for one that moves. */
record RelocationNextCommand(RelocationOptions options, RelocationPlaces.Pair pair) {

  /** The same for this one alone, with what else was typed. */
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

  /** Takes away what is kept at the destination since it was there before. */
  String finishThere() {
    return "./db move --from %s --to %s%s --finish"
        .formatted(digits(pair.to()), digits(pair.from()), pair.to().option());
  }

  /** Its name as a tenant, on whichever side it is one. */
  TenantName name() {
    RelocationPlace place = pair.to() instanceof TenantPlace ? pair.to() : pair.from();
    return ((TenantPlace) place).tenant().name();
  }

  private String typed() {
    String tenant = pair.from() instanceof TenantPlace ? "" : " --tenant " + name();
    return "./db move --from %s --to %s%s%s"
        .formatted(digits(pair.from()), digits(pair.to()), pair.from().option(), tenant);
  }

  /** Two digits are enough. */
  private static String digits(RelocationPlace place) {
    return place.module().value().substring(0, 2);
  }
}
