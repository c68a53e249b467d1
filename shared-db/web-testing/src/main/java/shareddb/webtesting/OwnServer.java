package shareddb.webtesting;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import shareddb.base.settings.Settings;
import shareddb.postgres.WorkshopServer;
import shareddb.postgres.server.ServerProgress;
import shareddb.postgres.server.StartResult;
import shareddb.postgres.server.StopResult;
import shareddb.testing.TestDatabase;

/**
 * A checkout of its own with the module 00 and with a Postgres of its own, which a test may stop.
 * Both are deleted at the end.
 */
public final class OwnServer implements AutoCloseable {

  private static final Path MODULE = Path.of("workshop/00_personal_todo");

  private final Path root;
  private final int port;

  public OwnServer() throws IOException {
    // The server runs as another user, where this one is root: that user may enter, too.
    root =
        Files.createTempDirectory(
            "workshop-own-",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    copy(TestDatabase.checkout().resolve(MODULE), root.resolve(MODULE));
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
  }

  public Settings settings() {
    return Settings.load(
        root, Map.of("WORKSHOP_DB", "embedded", "POSTGRES_PORT", String.valueOf(port)));
  }

  public void start() {
    if (WorkshopServer.of(settings()).start(ServerProgress.SILENT)
        instanceof StartResult.Refused refused) {
      throw new IllegalStateException(refused.problem().line());
    }
  }

  public void stop() {
    if (WorkshopServer.of(settings()).stop(ServerProgress.SILENT)
        instanceof StopResult.Refused refused) {
      throw new IllegalStateException(refused.problem().line());
    }
  }

  @Override
  public void close() throws IOException {
    try {
      stop();
    } finally {
      try (Stream<Path> all = Files.walk(root)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    for (String part : List.of("migrations", "undo")) {
      Files.createDirectories(to.resolve(part));
      try (Stream<Path> files = Files.list(from.resolve(part))) {
        for (Path file : files.toList()) {
          Files.copy(file, to.resolve(part).resolve(file.getFileName()));
        }
      }
    }
  }
}
