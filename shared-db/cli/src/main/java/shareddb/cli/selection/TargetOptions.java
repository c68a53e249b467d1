package shareddb.cli.selection;

import java.sql.SQLException;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.ExitCode;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.option.JsonOption;
import shareddb.cli.result.LockedTargetText;
import shareddb.cli.result.SeveralTracksOutput;

/** The track and the target options of a command. */
public final class TargetOptions {

  public static final String TRACK = "TRACK";
  public static final String TRACK_IS =
      "a module's folder, or any beginning of it that no other has";

  @Parameters(index = "0", paramLabel = TRACK, description = TRACK_IS)
  private String track = "";

  @Mixin private final TargetSchemaOptions place = new TargetSchemaOptions();

  /** Returns the track as the user typed it. */
  public String typed() {
    return track;
  }

  /** Returns the targets that the user named. */
  public Selection aim(CommandContext context) throws SQLException {
    return place.aim(track, context);
  }

  /** Returns the one target that this command needs. */
  public SelectedTarget in(String command, CommandContext context) throws SQLException {
    return place.in(command, track, context);
  }

  /**
   * Shows one target, several targets or a fleet.
   *
   * @param command the command to type again if a history is locked
   */
  public ExitCode look(
      String command,
      JsonOption json,
      SeveralTracksOutput.Part<SelectedTarget> one,
      SeveralTracksOutput.Part<TenantFleet> tenants,
      CommandContext context)
      throws SQLException {
    SeveralTracksOutput.Part<SelectedTarget> readable =
        (chosen, there) ->
            new LockedTargetText(chosen, json, there).orShown(command, () -> one.of(chosen, there));
    return switch (aim(context)) {
      case Selection.One(SelectedTarget chosen) -> readable.of(chosen, context);
      case Selection.Tenants(TenantFleet fleet) when fleet.only().size() == 1 ->
          readable.of(fleet.whole(fleet.only().getFirst()), context);
      case Selection.Tenants(TenantFleet fleet) -> tenants.of(fleet, context);
      case Selection.WholeModule(SelectedTarget shared, TenantFleet fleet) ->
          new WholeModule(shared, fleet, json, context).look(readable, tenants);
      case Selection.Tracks(List<SelectedTarget> all) ->
          new SeveralTracksOutput(json, context).each(all, readable);
    };
  }
}
