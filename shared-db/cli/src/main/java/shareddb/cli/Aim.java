package shareddb.cli;

import java.util.List;

/** What a command works on, as it was typed. */
sealed interface Aim {

  /** One schema: a module's, one of another name, or one tenant's. */
  record One(Chosen chosen) implements Aim {}

  /** The schemas of a module's tenants: of all, or of some. */
  record Tenants(TenantFleet fleet) implements Aim {}

  /** The schemas of a module's several tracks, each in a database of its own. */
  record Tracks(List<Chosen> all) implements Aim {
    public Tracks {
      all = List.copyOf(all);
    }
  }

  /** All of a module that has tenants: what they share, and each of theirs. */
  record WholeModule(Chosen shared, TenantFleet fleet) implements Aim {}
}
