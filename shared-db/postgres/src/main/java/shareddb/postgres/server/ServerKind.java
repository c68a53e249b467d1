package shareddb.postgres.server;

import java.util.Locale;

/** The kinds of server. */
public enum ServerKind {
  /** A container of the checkout's {@code docker-compose.yml}. */
  DOCKER("Docker Compose"),
  /** PostgreSQL's own programs from the class path. */
  EMBEDDED("embedded PostgreSQL"),
  /** The user's own server, which this tool never starts or stops. */
  EXTERNAL("a server of your own");

  /** The container's name in {@code docker-compose.yml}. */
  public static final String DOCKER_CONTAINER = "workshop_postgres";

  private final String title;

  ServerKind(String title) {
    this.title = title;
  }

  /** The name for people. */
  public String title() {
    return title;
  }

  /** The value for {@code WORKSHOP_DB}. */
  public String setting() {
    return name().toLowerCase(Locale.ROOT);
  }
}
