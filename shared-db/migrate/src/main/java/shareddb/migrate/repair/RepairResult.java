package shareddb.migrate.repair;

import shareddb.base.track.Version;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.script.StatementError;

/** The result of changing a history. */
public sealed interface RepairResult {

  /** All changes were made, and the schema counts as being at this version now. */
  record Repaired(RepairPlan plan, Version now) implements RepairResult {}

  /** The history was changed since the plan was made. This is the new plan; nothing was changed. */
  record Changed(RepairPlan now) implements RepairResult {}

  /** Postgres refused a statement or the COMMIT. Nothing was changed. */
  record NotRepaired(StatementError error) implements RepairResult {}

  /** The connection was lost at COMMIT: either all changes were made, or none. */
  record Unknown(StatementError error) implements RepairResult {}

  /** Another session works on this target. Nothing was changed. */
  record Busy(Blocker holder) implements RepairResult {}
}
