package shareddb.postgres.build;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shareddb.base.names.DatabaseName;
import shareddb.base.settings.Login;
import shareddb.base.settings.Secret;
import shareddb.postgres.embedded.Durability;
import shareddb.postgres.embedded.EmbeddedBinaries;
import shareddb.postgres.embedded.EmbeddedCluster;
import shareddb.postgres.internal.FileFailures;
import shareddb.postgres.internal.FileGuard;
import shareddb.postgres.internal.LoopbackPorts;
import shareddb.postgres.internal.ServerFolders;
import shareddb.postgres.internal.ServerUser;
import shareddb.postgres.server.ServerDatabases;
import shareddb.postgres.server.ServerException;
import shareddb.postgres.server.ServerProgress;

/**
 * The throw-away server of a build. Maven and every JVM that it starts share it, and it ends when
 * Maven ends, even if Maven is killed. Without Maven (in an IDE), it belongs to this JVM; also
 * where {@link BuildOwner#EACH} is set.
 */
public final class BuildPostgres {

  private static final Duration LOCK_LIMIT = Duration.ofMinutes(3);
  private static final int ATTEMPTS = 3;

  private static volatile @Nullable Login login;

  private BuildPostgres() {}

  /** The login of its superuser to the database {@code postgres}. Starts the server if needed. */
  public static Login shared() {
    Login known = login;
    if (known == null) {
      synchronized (BuildPostgres.class) {
        known = login == null ? sharedBy(BuildOwner.find()) : login;
        login = known;
      }
    }
    return known;
  }

  static Login sharedBy(BuildOwner owner) {
    BuildFolder folder = BuildFolder.of(owner);
    try {
      return FileGuard.holding(folder.lock(), LOCK_LIMIT, () -> found(folder, owner));
    } catch (IOException e) {
      throw FileFailures.writing("cannot make the build's own server", folder.path(), e);
    }
  }

  private static Login found(BuildFolder folder, BuildOwner owner) throws IOException {
    Optional<Login> there = folder.recorded(owner).filter(ServerDatabases::answers);
    if (there.isPresent()) {
      return there.get();
    }
    BuildFolder.sweep();
    return made(folder, owner);
  }

  private static Login made(BuildFolder folder, BuildOwner owner) throws IOException {
    ServerUser user = ServerUser.of(Path.of(System.getProperty("java.io.tmpdir")));
    Path home = EmbeddedBinaries.home(ServerProgress.SILENT);
    BuildWatcher.endServer(folder.cluster().resolve("data"));
    ServerFolders.delete(folder.cluster());
    ServerFolders.make(folder.cluster(), "rwx------");
    user.give(folder.cluster());
    EmbeddedCluster cluster = new EmbeddedCluster(home, folder.cluster(), user, Durability.NONE);
    // The watcher starts before the server, so that a kill between the two cannot leave the
    // server running.
    BuildWatcher.start(owner, folder);
    Secret password = randomPassword();
    cluster.initialise("postgres", password);
    Login made = started(cluster, password);
    folder.record(owner, made);
    return made;
  }

  /**
   * Starts the server on a free port. Another process may take the port first, so there are several
   * attempts.
   */
  private static Login started(EmbeddedCluster cluster, Secret password) {
    for (int attempt = 1; ; attempt++) {
      int port = LoopbackPorts.free();
      try {
        cluster.start(port);
        return login(port, password);
      } catch (ServerException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  static Login login(int port, Secret password) {
    return new Login(
        "127.0.0.1", port, new DatabaseName("postgres"), "postgres", password, Map.of());
  }

  private static Secret randomPassword() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return new Secret(HexFormat.of().formatHex(bytes));
  }
}
