package shareddb.schema.autogenerate;

import shareddb.migrate.AdoptResult;
import shareddb.schema.drift.DriftResult;

/** Whether pending migrations could be recorded as applied. */
public sealed interface AdoptionResult {

  /** The schema has what they make, or nothing was pending. */
  record Done(AdoptResult result) implements AdoptionResult {}

  /** The schema is not what they make; nothing was recorded. */
  record NotTheSame(DriftResult drift) implements AdoptionResult {}
}
