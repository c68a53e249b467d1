package shareddb.postgres.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import shareddb.base.settings.Login;
import shareddb.base.settings.Secret;
import shareddb.postgres.internal.FileFailures;
import shareddb.postgres.internal.ServerFolders;
import shareddb.postgres.internal.SystemProcesses;

/** The folder of a build's server. All processes of the build find it by the owner's process id. */
record BuildFolder(Path path) {

  private static final String PREFIX = "schema-workshop-build-";

  /** Creates the folder, and refuses it if it belongs to another user. */
  static BuildFolder of(BuildOwner owner) {
    Path path = temporary().resolve(PREFIX + owner.pid());
    try {
      // The user that runs the server must be able to enter the folder.
      ServerFolders.make(path, "rwx--x--x");
      if (!ServerFolders.isOurs(path)) {
        throw new IOException("it belongs to " + Files.getOwner(path, LinkOption.NOFOLLOW_LINKS));
      }
      return new BuildFolder(path);
    } catch (IOException e) {
      throw FileFailures.writing("cannot use the folder of the build's server", path, e);
    }
  }

  private static Path temporary() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  Path lock() {
    return path.resolve("lock");
  }

  Path cluster() {
    return path.resolve("cluster");
  }

  private Path properties() {
    return path.resolve("server.properties");
  }

  /** The login that was recorded for this owner, whether its server runs or not. */
  Optional<Login> recorded(BuildOwner owner) throws IOException {
    if (!Files.exists(properties())) {
      return Optional.empty();
    }
    Properties values = new Properties();
    try (InputStream in = Files.newInputStream(properties())) {
      values.load(in);
    }
    if (!Long.toString(owner.startMillis()).equals(values.getProperty("owner_start"))) {
      return Optional.empty();
    }
    return Optional.of(
        BuildPostgres.login(
            Integer.parseInt(values.getProperty("port")),
            new Secret(values.getProperty("password"))));
  }

  void record(BuildOwner owner, Login login) throws IOException {
    Properties values = new Properties();
    values.setProperty("owner_start", Long.toString(owner.startMillis()));
    values.setProperty("port", Integer.toString(login.port()));
    values.setProperty("password", login.password().reveal());
    // This call makes a file that only the current user can read.
    Path aside = Files.createTempFile(path, "server-", ".properties");
    try (OutputStream out = Files.newOutputStream(aside)) {
      values.store(out, "the build's own Postgres");
    }
    Files.move(
        aside, properties(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Ends the servers and deletes the folders of earlier builds whose watcher was killed too. */
  static void sweep() throws IOException {
    for (Path folder : ServerFolders.children(temporary())) {
      String name = folder.getFileName().toString();
      if (name.matches(PREFIX + "[0-9]+")
          && ServerFolders.isOurs(folder)
          && !SystemProcesses.isAlive(Long.parseLong(name.substring(PREFIX.length())))) {
        BuildWatcher.endServer(folder.resolve("cluster/data"));
        ServerFolders.delete(folder);
      }
    }
  }
}
