package shareddb.schema.autogenerate;

import shareddb.schema.autogenerate.diff.Rename;

/** Decides whether a change is a rename, or a drop and an addition. */
@FunctionalInterface
public interface RenameChoice {

  /** The decision. */
  enum Answer {
    RENAMED,
    DROPPED_AND_ADDED,
    /**
     * The user could not be asked. The change is treated as a rename, because that loses no rows,
     * and marked in the file.
     */
    NOBODY_KNOWS
  }

  Answer of(Rename rename);
}
