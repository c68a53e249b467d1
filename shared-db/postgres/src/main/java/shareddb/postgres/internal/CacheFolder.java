package shareddb.postgres.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The cache folder of this user, for files that can be made again. */
public final class CacheFolder {

  private static final String NAME = "schema-workshop";

  private CacheFolder() {}

  /**
   * The first folder that can be used. All users may read root's cache, because root's servers run
   * as another user.
   */
  public static Path ofThisUser() {
    IOException last = new IOException("no folder to try");
    for (Path candidate : candidates()) {
      try {
        ServerFolders.make(candidate, "rwxr-xr-x");
        if (Files.isWritable(candidate) && ServerFolders.isOurs(candidate)) {
          return candidate;
        }
        last = new IOException("not ours to write: " + candidate);
      } catch (IOException e) {
        last = e;
      }
    }
    throw FileFailures.writing(
        "no folder for the PostgreSQL programs", candidates().getFirst(), last);
  }

  private static List<Path> candidates() {
    List<Path> candidates = new ArrayList<>();
    if (ServerUser.isRoot()) {
      candidates.add(Path.of("/var/cache", NAME));
    } else {
      String cache = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
      candidates.add(
          cache.startsWith("/")
              ? Path.of(cache, NAME)
              : Path.of(System.getProperty("user.home"), ".cache", NAME));
    }
    // For a user without a home, or a read-only system folder.
    candidates.add(
        Path.of(
            System.getProperty("java.io.tmpdir"), NAME + "-" + System.getProperty("user.name")));
    return candidates;
  }
}
