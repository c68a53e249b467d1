package shareddb.base.settings;

/** The value of {@code WORKSHOP_DB}: which kind of server to use. */
public enum ServerChoice {
  /** Docker if an engine answers, otherwise embedded. */
  AUTO,
  DOCKER,
  EMBEDDED,
  /** The user's own server: it is used, and never started or stopped. */
  EXTERNAL
}
