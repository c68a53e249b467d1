package shareddb.cli;

import java.sql.SQLException;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which track a command works with, and where. */
final class TargetOptions {

  static final String TRACK = "TRACK";
  static final String TRACK_IS = "a module's folder, or any beginning of it that no other has";

  @Parameters(index = "0", paramLabel = TRACK, description = TRACK_IS)
  private String track = "";

  @Mixin private final PlaceOptions place = new PlaceOptions();

  /** Whatever was typed. */
  Aim aim(Surroundings surroundings) throws SQLException {
    return place.aim(track, surroundings);
  }

  /** The one schema that a command of this name needs. */
  Chosen in(String command, Surroundings surroundings) throws SQLException {
    return place.in(command, track, surroundings);
  }

  /**
   * Shows one schema, several or a fleet, whichever was typed.
   *
   * @param command to be typed again where a history is locked
   */
  ExitCode look(
      String command,
      JsonOption json,
      InOneDocument.Part<Chosen> one,
      InOneDocument.Part<TenantFleet> tenants,
      Surroundings surroundings)
      throws SQLException {
    InOneDocument.Part<Chosen> readable =
        (chosen, there) ->
            new LockedTarget(chosen, json, there).orShown(command, () -> one.of(chosen, there));
    return switch (aim(surroundings)) {
      case Aim.One(Chosen chosen) -> readable.of(chosen, surroundings);
      case Aim.Tenants(TenantFleet fleet) when fleet.only().size() == 1 ->
          readable.of(fleet.whole(fleet.only().getFirst()), surroundings);
      case Aim.Tenants(TenantFleet fleet) -> tenants.of(fleet, surroundings);
      case Aim.WholeModule(Chosen shared, TenantFleet fleet) ->
          new WholeModule(shared, fleet, json, surroundings).look(readable, tenants);
      case Aim.Tracks(List<Chosen> all) ->
          new InOneDocument(json, surroundings).each(all, readable);
    };
  }
}
