package shareddb.migrate.snapshot;

import java.util.Locale;

/** Why a snapshot was taken. */
public enum SnapshotReason {
  /** The operator asked for it. */
  ASKED,
  /** Taken by the tool before a reset. */
  RESET,
  /** Taken by the tool before another snapshot was restored. */
  RESTORE,
  /** Taken by the tool before a downgrade that drops rows. */
  DOWNGRADE,
  /** Taken by the tool before the contract of a rollout, or before a rollout was taken back. */
  ROLLOUT,
  /** Taken by the tool before the schema was dropped for good. */
  REMOVE;

  /** The word in manifests and in names. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static SnapshotReason ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
