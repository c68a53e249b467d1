package shareddb.migrate.rollout;

import java.util.Locale;

/** The phases of a rollout, in their order. */
public enum RolloutPhase {
  /** The expanding migration: old and new columns are both there, and a trigger joins them. */
  EXPAND,
  /** The rows that were there before are filled, and the new version's views are made. */
  BACKFILL,
  /** No row differs, and no session of the old version is left. */
  PROOF,
  /** The contract: what only the old version needs is dropped. */
  CONTRACT;

  /** The word on the command line and in the journal. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
