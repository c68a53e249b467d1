package shareddb.migrate.record;

import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Version;

/** Begins the record of an operation on a target: in the journal, or nowhere. */
@FunctionalInterface
public interface OperationRecorder {

  /**
   * Records nothing: for a throw-away database, and for a target of a run that is itself recorded.
   */
  OperationRecorder UNRECORDED = (operation, track, target, from, to) -> OperationRecord.NONE;

  /** Called just before the target changes. An error of the record itself is never thrown here. */
  OperationRecord begin(String operation, Track track, Target target, Version from, Version to);
}
