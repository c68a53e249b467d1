package workshop.requirementsdatabasepertenant;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import shareddb.base.settings.Login;
import shareddb.base.settings.Settings;
import shareddb.postgres.WorkshopServer;
import shareddb.postgres.server.ServerDatabases;
import shareddb.postgres.server.ServerProgress;
import shareddb.postgres.server.StartResult;

/** A second Postgres, which is stopped and started as any is. */
final class EastServer implements East {

  private final Settings settings;

  EastServer(Path folder) throws IOException {
    // Its user is another one where the tests are root's.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    settings =
        Settings.load(
            folder, Map.of("WORKSHOP_DB", "embedded", "POSTGRES_PORT", String.valueOf(freePort())));
    start();
  }

  @Override
  public Login login() {
    return settings.admin().to(ServerDatabases.MAINTENANCE);
  }

  @Override
  public void start() {
    if (WorkshopServer.of(settings).start(ServerProgress.SILENT)
        instanceof StartResult.Refused refused) {
      throw new IllegalStateException(refused.problem().toString());
    }
  }

  @Override
  public void stop() {
    WorkshopServer.of(settings).stop(ServerProgress.SILENT);
  }

  @Override
  public void close() {
    stop();
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }
}
