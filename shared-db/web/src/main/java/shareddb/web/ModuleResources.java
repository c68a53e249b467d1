package shareddb.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.SortedMap;
import org.jooq.DSLContext;
import shareddb.web.server.AllowedHosts;

/**
 * What a module gets from the server that serves it.
 *
 * @param databases of each track, by its name; of a module with one database, by an empty name
 * @param meters for figures of its own, which {@code /metrics} shows
 * @param hosts for names beside localhost that the module answers for
 */
public record ModuleResources(
    SortedMap<String, DSLContext> databases, MeterRegistry meters, AllowedHosts hosts) {

  /** The database of a module that has one. */
  public DSLContext database() {
    return database("");
  }

  /** The database of a track. */
  public DSLContext database(String track) {
    return Optional.ofNullable(databases.get(track))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no database \"" + track + "\" but " + databases.keySet()));
  }
}
