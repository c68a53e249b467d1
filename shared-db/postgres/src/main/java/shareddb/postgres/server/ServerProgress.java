package shareddb.postgres.server;

/** Hears what takes a while, in lines for a person. */
@FunctionalInterface
public interface ServerProgress {

  /** Hears nothing. */
  ServerProgress SILENT = line -> {};

  void says(String line);
}
