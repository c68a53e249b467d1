package shareddb.postgres.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import shareddb.postgres.internal.CacheFolder;
import shareddb.postgres.internal.FileFailures;
import shareddb.postgres.internal.FileGuard;
import shareddb.postgres.internal.ServerFolders;
import shareddb.postgres.server.ServerException;
import shareddb.postgres.server.ServerProblem;
import shareddb.postgres.server.ServerProgress;

/** The Postgres programs from the class path, unpacked once for each version. */
public final class EmbeddedBinaries {

  private static final Duration UNPACK_LIMIT = Duration.ofMinutes(2);

  private EmbeddedBinaries() {}

  /** The version of the programs, such as {@code 18.6.0}. The root POM sets it. */
  public static String version() {
    Properties properties = new Properties();
    try (InputStream in =
        EmbeddedBinaries.class.getResourceAsStream("postgres-binaries.properties")) {
      properties.load(Objects.requireNonNull(in, "postgres-binaries.properties"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }

  public static int majorVersion() {
    return Integer.parseInt(version().replaceFirst("\\..*", ""));
  }

  /**
   * The folder that contains {@code bin/postgres}, in this user's cache. The programs are unpacked
   * if they are missing.
   */
  public static Path home(ServerProgress progress) {
    return home(CacheFolder.ofThisUser(), progress);
  }

  public static Path home(Path cache, ServerProgress progress) {
    Path home = cache.resolve("postgres-" + version() + "-" + platform());
    if (isComplete(home)) {
      return home;
    }
    try {
      return FileGuard.holding(
          cache.resolve("unpack.lock"), UNPACK_LIMIT, () -> filled(cache, home, progress));
    } catch (IOException e) {
      throw FileFailures.writing("cannot unpack the PostgreSQL programs", cache, e);
    }
  }

  private static Path filled(Path cache, Path home, ServerProgress progress) throws IOException {
    if (!isComplete(home)) {
      progress.says("unpacking PostgreSQL " + version() + " to " + home);
      sweep(cache);
      unpack(home, Files.createTempDirectory(cache, "unpacking-"));
    }
    return home;
  }

  private static boolean isComplete(Path home) {
    return Files.isExecutable(home.resolve("bin/postgres"));
  }

  /**
   * Deletes the folders of earlier calls that were killed. The caller holds the lock, so no other
   * process uses them.
   */
  private static void sweep(Path cache) throws IOException {
    for (Path child : ServerFolders.children(cache)) {
      if (child.getFileName().toString().startsWith("unpacking-")) {
        ServerFolders.delete(child);
      }
    }
  }

  private static void unpack(Path home, Path aside) throws IOException {
    String resource = "postgres-" + platform() + ".txz";
    try (InputStream in = EmbeddedBinaries.class.getResourceAsStream("/" + resource)) {
      if (in == null) {
        throw new ServerException(
            new ServerProblem(
                "no PostgreSQL programs for this machine are on the class path",
                resource,
                "",
                "use Docker or a server of your own: WORKSHOP_DB=docker ./db start, or set"
                    + " POSTGRES_URL"));
      }
      Files.setPosixFilePermissions(aside, ServerFolders.permissions("rwxr-xr-x"));
      copy(
          new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(in))),
          aside);
      Files.move(aside, home, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      ServerFolders.delete(aside);
    }
  }

  private static void copy(TarArchiveInputStream tar, Path folder) throws IOException {
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      Path target = folder.resolve(entry.getName()).normalize();
      if (!target.startsWith(folder)) {
        throw new IOException("the archive names a file outside of its folder: " + entry.getName());
      }
      copy(tar, entry, target);
    }
  }

  private static void copy(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      ServerFolders.make(target, "rwxr-xr-x");
      return;
    }
    ServerFolders.make(Objects.requireNonNull(target.getParent()), "rwxr-xr-x");
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    boolean program = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        target, ServerFolders.permissions(program ? "rwxr-xr-x" : "rw-r--r--"));
  }

  /** The platform's name in the archives' names. */
  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch");
    return (system.startsWith("mac") ? "darwin" : system)
        + (List.of("aarch64", "arm64").contains(processor) ? "-arm_64" : "-x86_64");
  }
}
