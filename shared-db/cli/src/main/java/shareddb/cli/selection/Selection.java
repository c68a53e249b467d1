package shareddb.cli.selection;

import java.util.List;
import shareddb.cli.command.SelectedTarget;

/** The targets that a command works on. */
public sealed interface Selection {

  /** One schema: a module's usual one, another schema for its track, or one tenant's. */
  record One(SelectedTarget chosen) implements Selection {}

  /** The schemas of all tenants of a module, or of some of them. */
  record Tenants(TenantFleet fleet) implements Selection {}

  /** The targets of a module with several tracks, each in its own database. */
  record Tracks(List<SelectedTarget> all) implements Selection {
    public Tracks {
      all = List.copyOf(all);
    }
  }

  /** A whole module with tenants: its shared schema, and all tenants' schemas. */
  record WholeModule(SelectedTarget shared, TenantFleet fleet) implements Selection {}
}
