package shareddb.postgres.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where this user keeps what can be made again. */
public final class CacheFolder {

  private static final String NAME = "schema-workshop";

  private CacheFolder() {}

  /** Root's is one that everybody may read: its servers run as another user. */
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
    // A user without a home, or a system folder that is read-only.
    candidates.add(
        Path.of(
            System.getProperty("java.io.tmpdir"), NAME + "-" + System.getProperty("user.name")));
    return candidates;
  }
}
