package shareddb.migrate;

import shareddb.base.track.Version;

/** How far a downgrade goes. */
public sealed interface DowngradeTo {

  /** Down to this version, which itself stays applied. {@link Version#NONE} undoes everything. */
  record TheVersion(Version version) implements DowngradeTo {}

  /** This number of versions, from the current one down. */
  record Steps(int count) implements DowngradeTo {
    public Steps {
      if (count < 1) {
        throw new IllegalArgumentException("a downgrade goes 1 step or more, not " + count);
      }
    }
  }
}
