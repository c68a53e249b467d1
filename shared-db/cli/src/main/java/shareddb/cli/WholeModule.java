package shareddb.cli;

import java.sql.SQLException;

/** A look at all of a module that has tenants: first at what they share, then at them. */
record WholeModule(Chosen shared, TenantFleet fleet, JsonOption json, Surroundings surroundings) {

  /** Each look prints what it prints where it is alone. */
  ExitCode look(InOneDocument.Part<Chosen> one, InOneDocument.Part<TenantFleet> tenants)
      throws SQLException {
    return new InOneDocument(json, surroundings)
        .of(kept -> one.of(shared, kept).orWorse(tenants.of(fleet, kept)));
  }
}
