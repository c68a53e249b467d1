package shareddb.track;

import java.util.List;

/** What is in a track's folders: the migrations by version, and all that is wrong. */
public record TrackReading(List<Migration> migrations, List<TrackProblem> problems) {

  public TrackReading {
    migrations = List.copyOf(migrations);
    problems = List.copyOf(problems);
  }
}
