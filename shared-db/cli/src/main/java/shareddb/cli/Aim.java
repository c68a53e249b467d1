package shareddb.cli;

/** What a command works on, as it was typed. */
sealed interface Aim {

  /** One schema: a module's, one of another name, or one tenant's. */
  record One(Chosen chosen) implements Aim {}

  /** The schemas of a module's tenants: of all, or of some. */
  record Tenants(TenantFleet fleet) implements Aim {}

  /** All of a module that has tenants: what they share, and each of theirs. */
  record WholeModule(Chosen shared, TenantFleet fleet) implements Aim {}
}
