package shareddb.cli;

import java.sql.SQLException;
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
}
