package shareddb.postgres.build;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shareddb.postgres.internal.Polling;
import shareddb.postgres.internal.PostmasterPid;
import shareddb.postgres.internal.ProgramRun;

/** Ends a build's server when the build has finished, failed or was killed. */
final class BuildWatcher {

  /**
   * The script polls, because a shell can wait only for its own child processes. Arguments: the
   * owner's process id and the folder.
   */
  private static final String SCRIPT =
      """
      trap '' INT HUP QUIT PIPE
      cd /
      while kill -0 "$1" 2>/dev/null && [ -d "$2" ]; do sleep 0.5; done
      pid=$(head -n 1 "$2/cluster/data/postmaster.pid" 2>/dev/null)
      if [ -n "$pid" ]; then
        kill -INT "$pid" 2>/dev/null
        n=0
        while kill -0 "$pid" 2>/dev/null && [ $n -lt 50 ]; do sleep 0.2; n=$((n + 1)); done
        kill -QUIT "$pid" 2>/dev/null
      fi
      rm -rf "$2"
      """;

  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

  private BuildWatcher() {}

  static void start(BuildOwner owner, BuildFolder folder) throws IOException {
    List<String> command = new ArrayList<>();
    if (ProgramRun.run(List.of("setsid", "true"), Map.of(), STOP_LIMIT).ok()) {
      command.add("setsid");
    }
    command.addAll(
        List.of(
            "sh",
            "-c",
            SCRIPT,
            "schema-workshop-watcher",
            Long.toString(owner.pid()),
            folder.path().toString()));
    new ProcessBuilder(command)
        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Ends the throw-away server of this data folder, if one is running. */
  static void endServer(Path data) {
    Optional<PostmasterPid> running = PostmasterPid.running(data);
    if (running.isEmpty()) {
      return;
    }
    String pid = Long.toString(running.get().pid());
    ProgramRun.run(List.of("kill", "-QUIT", pid), Map.of(), STOP_LIMIT);
    long deadline = System.nanoTime() + STOP_LIMIT.toNanos();
    while (PostmasterPid.running(data).isPresent() && System.nanoTime() < deadline) {
      Polling.millis(20);
    }
  }
}
