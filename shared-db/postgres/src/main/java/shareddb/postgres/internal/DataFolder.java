package shareddb.postgres.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import shareddb.postgres.server.ServerKind;

/**
 * The checkout's {@code localdev/data}: the data of each kind of server, the lock for one command
 * at a time, and the kind of server that was used last.
 */
public record DataFolder(Path root) {

  /** Long enough for another command that downloads an image. */
  private static final Duration LOCK_LIMIT = Duration.ofMinutes(10);

  public Path path() {
    return root.resolve("localdev/data");
  }

  /**
   * Does the work while it holds the lock, so that no other command starts or stops a server of
   * this checkout.
   */
  public <T> T holding(FileGuard.Work<T> work) {
    try {
      makeOwn(path());
      Path lock = path().resolve("server.lock");
      if (!Files.exists(lock)) {
        Files.write(lock, new byte[0]);
        giveToOwner(lock);
      }
      return FileGuard.holding(lock, LOCK_LIMIT, work);
    } catch (IOException e) {
      throw FileFailures.writing("cannot use the data folder", path(), e);
    }
  }

  /** Makes the folder and its parents. If root runs this, they belong to the checkout's owner. */
  public void makeOwn(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path parent = folder.getParent();
    if (parent != null) {
      makeOwn(parent);
    }
    ServerFolders.make(folder, "rwxr-xr-x");
    giveToOwner(folder);
  }

  private void giveToOwner(Path path) throws IOException {
    if (ServerUser.isRoot()) {
      Files.setOwner(path, Files.getOwner(root));
    }
  }

  public Optional<ServerKind> lastKind() {
    try {
      String text = Files.exists(kindFile()) ? Files.readString(kindFile()).strip() : "";
      for (ServerKind kind : ServerKind.values()) {
        if (kind.setting().equals(text)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw FileFailures.writing("cannot read which kind of server was used last", kindFile(), e);
    }
  }

  public void remember(ServerKind kind) {
    if (lastKind().equals(Optional.of(kind))) {
      return;
    }
    try {
      Files.writeString(kindFile(), kind.setting() + "\n");
      giveToOwner(kindFile());
    } catch (IOException e) {
      throw FileFailures.writing("cannot note which kind of server is used", kindFile(), e);
    }
  }

  private Path kindFile() {
    return path().resolve("kind");
  }
}
