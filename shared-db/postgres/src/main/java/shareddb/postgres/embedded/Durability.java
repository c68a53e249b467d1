package shareddb.postgres.embedded;

import java.util.List;
import java.util.Map;

/** How far a server goes to keep its data when the machine fails. */
public enum Durability {
  /** What is committed is on the disk. */
  FULL,
  /** Nothing waits for the disk. What is committed survives a kill of the server even so. */
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
      case NONE -> Map.of("fsync", "off", "full_page_writes", "off");
    };
  }
}
