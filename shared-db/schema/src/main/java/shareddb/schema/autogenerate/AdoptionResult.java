package shareddb.schema.autogenerate;

import shareddb.migrate.AdoptResult;
import shareddb.schema.drift.DriftResult;

/** The outcome of recording pending migrations as applied. */
public sealed interface AdoptionResult {

  /** The schema has all that they make, or nothing was pending. */
  record Done(AdoptResult result) implements AdoptionResult {}

  /** The schema differs from what they make; nothing was recorded. */
  record NotTheSame(DriftResult drift) implements AdoptionResult {}
}
