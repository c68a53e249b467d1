package shareddb.postgres.build;

import java.util.Optional;
import shareddb.postgres.internal.SystemProcesses;

/**
 * The process that a build belongs to: the Maven process that started this one, or else this
 * process.
 */
record BuildOwner(long pid, long startMillis) {

  private static final String MAVEN = "plexus.classworlds.launcher.Launcher";

  static BuildOwner find() {
    Optional<ProcessHandle> handle = Optional.of(ProcessHandle.current());
    while (handle.isPresent()) {
      if (SystemProcesses.commandLine(handle.get().pid()).contains(MAVEN)) {
        return of(handle.get().pid());
      }
      handle = handle.get().parent();
    }
    return of(ProcessHandle.current().pid());
  }

  static BuildOwner of(long pid) {
    return new BuildOwner(pid, SystemProcesses.startMillis(pid));
  }

  boolean isGone() {
    return !SystemProcesses.isAlive(pid) || SystemProcesses.startMillis(pid) != startMillis;
  }
}
