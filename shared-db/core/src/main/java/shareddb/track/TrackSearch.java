package shareddb.track;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a track's name on the command line led to. */
public sealed interface TrackSearch {

  record Found(Track track) implements TrackSearch {}

  /** Several begin like that: their labels. */
  record Ambiguous(List<String> labels) implements TrackSearch {}

  /** None begins like that: the label that comes nearest, and all there are. */
  record Unknown(Optional<String> nearest, List<String> labels) implements TrackSearch {}

  static TrackSearch among(List<Track> tracks, String beginning) {
    List<Track> exact = tracks.stream().filter(t -> t.label().equals(beginning)).toList();
    List<Track> found =
        exact.isEmpty() ? tracks.stream().filter(t -> begins(t, beginning)).toList() : exact;
    return switch (found.size()) {
      case 0 -> unknown(tracks, beginning);
      case 1 -> new Found(found.getFirst());
      default -> new Ambiguous(labels(found));
    };
  }

  /** Each of the two parts may be cut short: {@code 03/ten}. */
  private static boolean begins(Track track, String beginning) {
    int slash = beginning.indexOf('/');
    if (beginning.isEmpty() || slash < 0) {
      return !beginning.isEmpty() && track.module().value().startsWith(beginning);
    }
    return track.module().value().startsWith(beginning.substring(0, slash))
        && track.part().orElse("").startsWith(beginning.substring(slash + 1));
  }

  private static TrackSearch unknown(List<Track> tracks, String wanted) {
    Optional<String> nearest =
        labels(tracks).stream()
            .min(Comparator.comparingInt(label -> distance(label, wanted)))
            .filter(label -> distance(label, wanted) <= label.length() / 2);
    return new Unknown(nearest, labels(tracks));
  }

  private static List<String> labels(List<Track> tracks) {
    return tracks.stream().map(Track::label).toList();
  }

  /** How many letters must be changed, added or left out to get from one to the other. */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
