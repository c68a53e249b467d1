package shareddb.web;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A module's databases, each by the name of the track that made it; most modules have one. */
public record Databases(SortedMap<String, Database> byTrack) {

  private static final String ONE = "";

  public Databases {
    byTrack = Collections.unmodifiableSortedMap(new TreeMap<>(byTrack));
  }

  /** Of a module whose one database needs no name. */
  public static Databases of(Database one) {
    return new Databases(new TreeMap<>(Map.of(ONE, one)));
  }

  /** The one that there is. */
  public Database one() {
    return of(ONE);
  }

  public Database of(String track) {
    return Optional.ofNullable(byTrack.get(track))
        .orElseThrow(
            () -> new IllegalArgumentException("no database of \"" + track + "\" in " + names()));
  }

  private Object names() {
    return byTrack.keySet();
  }
}
