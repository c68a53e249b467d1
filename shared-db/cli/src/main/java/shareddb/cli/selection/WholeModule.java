package shareddb.cli.selection;

import java.sql.SQLException;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.ExitCode;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.option.JsonOption;
import shareddb.cli.result.SeveralTracksOutput;

/** A look at all of a module that has tenants: first at what they share, then at them. */
public record WholeModule(
    SelectedTarget shared, TenantFleet fleet, JsonOption json, CommandContext surroundings) {

  /** Each look prints what it prints where it is alone. */
  public ExitCode look(
      SeveralTracksOutput.Part<SelectedTarget> one, SeveralTracksOutput.Part<TenantFleet> tenants)
      throws SQLException {
    return new SeveralTracksOutput(json, surroundings)
        .of(kept -> one.of(shared, kept).orWorse(tenants.of(fleet, kept)));
  }
}
