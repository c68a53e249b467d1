package shareddb.migrate;

/** How a reset ended. */
public sealed interface ResetResult {

  /** The schema was dropped, with all that was in it, and made anew as the upgrade says. */
  record Remade(boolean existed, UpgradeResult upgrade) implements ResetResult {}

  /** Somebody else works on this target; nothing was changed. */
  record Busy(Holder holder) implements ResetResult {}

  /** The schema could not be dropped; nothing was changed. */
  record NotDropped(StatementError error) implements ResetResult {}
}
