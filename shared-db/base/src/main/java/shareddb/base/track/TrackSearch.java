package shareddb.base.track;

import java.util.List;
import java.util.Optional;
import shareddb.base.names.NearestName;

/** The result of looking up a track's name from the command line. */
public sealed interface TrackSearch {

  /** Exactly one track has this name or begins with it. */
  record Found(Track track) implements TrackSearch {}

  /** The name of a module with several tracks: all of them. */
  record WholeModule(List<Track> tracks) implements TrackSearch {}

  /** Several tracks begin with this text. */
  record Ambiguous(List<String> labels) implements TrackSearch {}

  /**
   * No track begins with this text.
   *
   * @param nearest the most similar label
   * @param labels all labels
   */
  record Unknown(Optional<String> nearest, List<String> labels) implements TrackSearch {}

  static TrackSearch among(List<Track> tracks, String typed) {
    String beginning = withoutFolders(typed);
    List<Track> exact = tracks.stream().filter(t -> t.label().equals(beginning)).toList();
    List<Track> found =
        exact.isEmpty() ? tracks.stream().filter(t -> begins(t, beginning)).toList() : exact;
    return switch (found.size()) {
      case 0 -> unknown(tracks, beginning);
      case 1 -> new Found(found.getFirst());
      default -> isOneModule(found) ? new WholeModule(found) : new Ambiguous(labels(found));
    };
  }

  private static boolean isOneModule(List<Track> found) {
    return found.stream().map(Track::module).distinct().count() == 1;
  }

  /** A shell completes a folder's name to its path. The part up to {@code workshop/} is removed. */
  private static String withoutFolders(String typed) {
    return typed.replaceFirst("^(?:.*/)?workshop/", "");
  }

  /** Each of the two parts may be abbreviated: {@code 03/ten}. */
  private static boolean begins(Track track, String beginning) {
    int slash = beginning.indexOf('/');
    if (beginning.isEmpty() || slash < 0) {
      return !beginning.isEmpty() && track.module().value().startsWith(beginning);
    }
    return track.module().value().startsWith(beginning.substring(0, slash))
        && track.part().orElse("").startsWith(beginning.substring(slash + 1));
  }

  private static TrackSearch unknown(List<Track> tracks, String wanted) {
    List<String> labels = labels(tracks);
    return new Unknown(NearestName.to(wanted, labels), labels);
  }

  private static List<String> labels(List<Track> tracks) {
    return tracks.stream().map(Track::label).toList();
  }
}
