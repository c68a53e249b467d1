package shareddb.migrate.record;

import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Version;

/** Begins the record of an operation on a target: in the journal, or nowhere. */
@FunctionalInterface
public interface OperationRecorder {

  /** For a throw-away database, and for the target of a run that is itself recorded. */
  OperationRecorder UNRECORDED = (operation, track, target, from, to) -> OperationRecord.NONE;

  /** The target is about to change. Nothing that is wrong with the record is thrown. */
  OperationRecord begin(String operation, Track track, Target target, Version from, Version to);
}
