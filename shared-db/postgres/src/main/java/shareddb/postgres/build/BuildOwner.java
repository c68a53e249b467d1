package shareddb.postgres.build;

import java.util.Optional;
import shareddb.postgres.internal.SystemProcesses;

/**
 * The process that a build's server belongs to: the Maven process that started this one, or else
 * this process. Tests that use roles of the same names side by side set {@link #EACH}.
 */
record BuildOwner(long pid, long startMillis) {

  /** The system property that gives each process a server of its own. */
  static final String EACH = "workshop.server.each";

  private static final String MAVEN = "plexus.classworlds.launcher.Launcher";

  static BuildOwner find() {
    Optional<ProcessHandle> handle = Optional.of(ProcessHandle.current());
    while (handle.isPresent() && !Boolean.getBoolean(EACH)) {
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
