package shareddb.cli.selection;

import java.sql.SQLException;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.ExitCode;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.option.JsonOption;
import shareddb.cli.result.SeveralTracksOutput;

/** Shows a whole module with tenants: first its shared schema, then the tenants. */
public record WholeModule(
    SelectedTarget shared, TenantFleet fleet, JsonOption json, CommandContext context) {

  /** Shows both parts; each prints the same as it does alone. */
  public ExitCode look(
      SeveralTracksOutput.Part<SelectedTarget> one, SeveralTracksOutput.Part<TenantFleet> tenants)
      throws SQLException {
    return new SeveralTracksOutput(json, context)
        .of(kept -> one.of(shared, kept).orWorse(tenants.of(fleet, kept)));
  }
}
