package shareddb.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import shareddb.base.names.Sha256;
import shareddb.postgres.internal.DataFolder;
import shareddb.postgres.internal.FileFailures;
import shareddb.postgres.internal.ServerFolders;
import shareddb.postgres.internal.ServerUser;
import shareddb.postgres.server.ServerException;
import shareddb.postgres.server.ServerProblem;
import shareddb.postgres.server.ServerProgress;

/**
 * The folder of the embedded server. It is in the checkout. If the server's user cannot enter the
 * checkout (for example in root's home), the folder is outside and the checkout has a link to it.
 */
public record EmbeddedFolder(DataFolder data, ServerUser user, Path outside) {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  public static EmbeddedFolder of(DataFolder data, ServerUser user) {
    return new EmbeddedFolder(data, user, Path.of("/var/lib/schema-workshop"));
  }

  private Path inside() {
    return data.path().resolve(EmbeddedServer.DATA);
  }

  /**
   * Creates the folder if it is missing, gives it to the server's user, and returns its real path.
   */
  public Path made(ServerProgress progress) {
    try {
      data.makeOwn(data.path());
      if (!Files.exists(inside(), LinkOption.NOFOLLOW_LINKS)) {
        make(progress);
      } else if (Files.isSymbolicLink(inside()) && !Files.exists(inside())) {
        // The link's destination does not exist any more, for example because /var/lib was
        // cleaned.
        Files.delete(inside());
        make(progress);
      }
      Path folder = inside().toRealPath();
      if (!mayWork(folder)) {
        throw new ServerException(notReachable(folder));
      }
      return folder;
    } catch (IOException e) {
      throw FileFailures.writing("cannot make the server's folder", inside(), e);
    }
  }

  private void make(ServerProgress progress) throws IOException {
    if (canEnter(data.path())) {
      own(ServerFolders.make(inside(), "rwx------"));
      return;
    }
    Path folder = outside.resolve(outsideName());
    progress.says(
        "user " + user.name() + " cannot enter " + data.path() + ": the data goes to " + folder);
    ServerFolders.make(outside, "rwxr-xr-x");
    own(ServerFolders.make(folder, "rwx------"));
    Files.createSymbolicLink(inside(), folder);
  }

  private void own(Path folder) throws IOException {
    user.give(folder);
  }

  private String outsideName() throws IOException {
    Path root = data.root().toRealPath();
    return String.valueOf(root.getFileName()) + "-" + Sha256.of(root.toString()).substring(0, 8);
  }

  private boolean canEnter(Path folder) {
    return check("-x", folder);
  }

  private boolean mayWork(Path folder) {
    return check("-x", folder) && check("-w", folder);
  }

  private boolean check(String what, Path folder) {
    return user.run(List.of("test", what, folder.toString()), LIMIT).ok();
  }

  static ServerProblem notReachable(Path folder) throws IOException {
    return new ServerProblem(
        "not enough rights on the data folder",
        folder.toString(),
        "it belongs to "
            + Files.getOwner(folder).getName()
            + ", and may lie in a folder that others cannot enter",
        "start it as the user who made it; or give up the data: rm -rf " + folder);
  }
}
