package shareddb.migrate.snapshot;

import java.util.Locale;

/** Why a snapshot was taken. */
public enum SnapshotReason {
  /** Somebody wanted it. */
  ASKED,
  /** By itself, before a reset. */
  RESET,
  /** By itself, before another one was restored. */
  RESTORE,
  /** By itself, before a downgrade that drops rows. */
  DOWNGRADE,
  /** By itself, before its schema was dropped for good. */
  REMOVE;

  /** As it stands in manifests and names. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static SnapshotReason ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
