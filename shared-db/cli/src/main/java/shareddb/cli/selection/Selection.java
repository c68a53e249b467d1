package shareddb.cli.selection;

import java.util.List;
import shareddb.cli.command.SelectedTarget;

/** What a command works on, as it was typed. */
public sealed interface Selection {

  /** One schema: a module's, one of another name, or one tenant's. */
  record One(SelectedTarget chosen) implements Selection {}

  /** The schemas of a module's tenants: of all, or of some. */
  record Tenants(TenantFleet fleet) implements Selection {}

  /** The schemas of a module's several tracks, each in a database of its own. */
  record Tracks(List<SelectedTarget> all) implements Selection {
    public Tracks {
      all = List.copyOf(all);
    }
  }

  /** All of a module that has tenants: what they share, and each of theirs. */
  record WholeModule(SelectedTarget shared, TenantFleet fleet) implements Selection {}
}
