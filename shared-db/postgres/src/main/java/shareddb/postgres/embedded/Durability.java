package shareddb.postgres.embedded;

import java.util.List;
import java.util.Map;

/** How safe a server's data is if the machine fails. */
public enum Durability {
  /** Committed data is on the disk. */
  FULL,
  /**
   * No commit waits for the disk. Committed data still survives if only the server is killed. Such
   * a server is for builds and tests, which also prepare transactions.
   */
  NONE;

  List<String> initdbOptions() {
    return switch (this) {
      case FULL -> List.of();
      case NONE -> List.of("--no-sync");
    };
  }

  Map<String, String> settings() {
    return switch (this) {
      case FULL -> Map.of();
      case NONE ->
          Map.of("fsync", "off", "full_page_writes", "off", "max_prepared_transactions", "10");
    };
  }
}
