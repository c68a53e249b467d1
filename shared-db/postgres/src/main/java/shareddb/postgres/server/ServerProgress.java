package shareddb.postgres.server;

/** Gets messages about slow steps, as lines for people. */
@FunctionalInterface
public interface ServerProgress {

  /** Ignores all messages. */
  ServerProgress SILENT = line -> {};

  void says(String line);
}
