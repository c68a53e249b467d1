package shareddb.base.settings;

/** Which kind of server to use: what {@code WORKSHOP_DB} says. */
public enum ServerChoice {
  /** Docker where an engine answers, else embedded. */
  AUTO,
  DOCKER,
  EMBEDDED,
  /** A server of one's own: it is used and never started or stopped. */
  EXTERNAL
}
