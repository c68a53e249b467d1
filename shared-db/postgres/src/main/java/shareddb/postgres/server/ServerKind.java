package shareddb.postgres.server;

import java.util.Locale;

/** The ways to have the workshop's server. */
public enum ServerKind {
  /** A container of the checkout's {@code docker-compose.yml}. */
  DOCKER("Docker Compose"),
  /** PostgreSQL's own programs from the class path. */
  EMBEDDED("embedded PostgreSQL"),
  /** A server of one's own: never started or stopped from here. */
  EXTERNAL("a server of your own");

  /** What {@code docker-compose.yml} calls the container. */
  public static final String DOCKER_CONTAINER = "workshop_postgres";

  private final String title;

  ServerKind(String title) {
    this.title = title;
  }

  /** As a person reads it. */
  public String title() {
    return title;
  }

  /** As {@code WORKSHOP_DB} says it. */
  public String setting() {
    return name().toLowerCase(Locale.ROOT);
  }
}
