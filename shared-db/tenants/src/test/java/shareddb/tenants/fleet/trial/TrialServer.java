package shareddb.tenants.fleet.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import shareddb.base.settings.Login;
import shareddb.base.settings.Settings;
import shareddb.postgres.WorkshopServer;
import shareddb.postgres.server.ServerProgress;
import shareddb.postgres.server.StartResult;

/** A Postgres of its own, which writes everything to the disk and can be killed. */
final class TrialServer implements AutoCloseable {

  private final Settings settings;

  TrialServer(Path root, String port) {
    settings = Settings.load(root, Map.of("WORKSHOP_DB", "embedded", "POSTGRES_PORT", port));
    start();
  }

  Login login() {
    return settings.admin();
  }

  /** All of its processes at once, as when the power fails; then it comes back. */
  void kill() throws IOException {
    Path pid = settings.root().resolve("localdev/data/embedded/data/postmaster.pid");
    ProcessHandle server =
        ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst().strip())).orElseThrow();
    List<ProcessHandle> processes = server.descendants().toList();
    server.destroyForcibly();
    processes.forEach(ProcessHandle::destroyForcibly);
    server.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    start();
  }

  private void start() {
    if (WorkshopServer.of(settings).start(ServerProgress.SILENT)
        instanceof StartResult.Refused refused) {
      throw new IllegalStateException(refused.problem().toString());
    }
  }

  @Override
  public void close() {
    WorkshopServer.of(settings).stop(ServerProgress.SILENT);
  }
}
