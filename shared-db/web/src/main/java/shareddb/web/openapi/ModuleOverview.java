package shareddb.web.openapi;

import java.util.List;

/**
 * What the start page shows of a module beside its title.
 *
 * @param targets where its tracks are applied
 * @param pictures the files of its pictures, such as {@code schema.svg}
 * @param lesson the file of its lesson; empty if it has none
 * @param exercises how many exercises it has
 */
public record ModuleOverview(
    List<AppliedTrack> targets, List<String> pictures, String lesson, int exercises) {

  /** Nothing but the title and the API. */
  public static final ModuleOverview EMPTY = new ModuleOverview(List.of(), List.of(), "", 0);

  public ModuleOverview {
    targets = List.copyOf(targets);
    pictures = List.copyOf(pictures);
  }

  /**
   * A track, and how far it is applied.
   *
   * @param name such as {@code tenant}; empty for the only track of a module
   * @param version such as {@code version 4}
   * @param pending what is pending or wrong; empty if all is as it should be
   * @param lastChange when its schema was changed last; empty if that is not known
   */
  public record AppliedTrack(String name, String version, String pending, String lastChange) {}
}
