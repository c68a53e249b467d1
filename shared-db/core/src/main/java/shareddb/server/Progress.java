package shareddb.server;

/** Hears what takes a while, in lines for a person. */
@FunctionalInterface
public interface Progress {

  /** Hears nothing. */
  Progress SILENT = line -> {};

  void says(String line);
}
