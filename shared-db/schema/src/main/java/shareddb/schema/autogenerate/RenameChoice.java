package shareddb.schema.autogenerate;

import shareddb.schema.autogenerate.diff.Rename;

/** Who knows whether something got another name, or went while something else came. */
@FunctionalInterface
public interface RenameChoice {

  /** What somebody says of it. */
  enum Answer {
    RENAMED,
    DROPPED_AND_ADDED,
    /** Nobody was there: it is taken for a rename, which loses nothing, and marked in the file. */
    NOBODY_KNOWS
  }

  Answer of(Rename rename);
}
