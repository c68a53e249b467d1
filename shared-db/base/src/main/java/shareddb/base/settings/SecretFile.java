package shareddb.base.settings;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The file of a checkout's secret, which only its owner may read. The first line is the secret; the
 * lines below are those that were used before it.
 */
public record SecretFile(Path path) {

  /** The path in a checkout. */
  static final String PATH = "localdev/secret";

  private static final int BYTES = 32;

  /** Work under the lock. */
  private interface Work<T> {
    T run() throws IOException;
  }

  /** The secrets, the newest first. Makes the file if it is missing. */
  List<Secret> read() {
    try {
      return Files.exists(path)
          ? parsed()
          : locked(() -> Files.exists(path) ? parsed() : written(List.of(random())));
    } catch (IOException e) {
      throw new SettingsException(
          List.of(
              "the random secret of this checkout cannot be kept in %s (%s): mend that, or set %s"
                  .formatted(path, e, WorkshopSecret.NAME)));
    }
  }

  /** The secrets, if the file exists. */
  List<Secret> ifThere() {
    return Files.exists(path) ? read() : List.of();
  }

  /** Puts a new random secret above the others. */
  public void replace() throws IOException {
    read();
    locked(() -> written(joined(List.of(random()), parsed())));
  }

  private List<Secret> parsed() throws IOException {
    List<Secret> secrets =
        Files.readAllLines(path).stream()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .map(Secret::new)
            .toList();
    if (secrets.isEmpty()) {
      throw new IOException("the file is empty; without it, a new one is made");
    }
    return secrets;
  }

  /** One process and one thread at a time. The system releases the lock of a killed process. */
  private <T> T locked(Work<T> work) throws IOException {
    synchronized (SecretFile.class) {
      Path folder = folder();
      if (!Files.isDirectory(folder)) {
        Files.createDirectory(folder);
        giveToOwner(folder);
      }
      Path guard = folder.resolve(path.getFileName() + ".lock");
      boolean isNew = !Files.exists(guard);
      try (FileChannel channel =
              FileChannel.open(
                  guard,
                  Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                  PosixFilePermissions.asFileAttribute(
                      PosixFilePermissions.fromString("rw-------")));
          FileLock lock = channel.lock()) {
        if (isNew && lock.isValid()) {
          giveToOwner(guard);
        }
        return work.run();
      }
    }
  }

  /** Writes a new file and renames it, so that a reader never sees half of it. */
  private List<Secret> written(List<Secret> secrets) throws IOException {
    Path whole = Files.createTempFile(folder(), "secret-", "");
    try {
      Files.write(whole, secrets.stream().map(Secret::reveal).toList());
      giveToOwner(whole);
      Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE);
      return secrets;
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  /** Where root makes the file, it belongs to the owner of the checkout, who runs the tool too. */
  private void giveToOwner(Path made) throws IOException {
    UserPrincipal owner = Files.getOwner(Objects.requireNonNull(folder().getParent()));
    if (!Files.getOwner(made).equals(owner)) {
      try {
        Files.setOwner(made, owner);
      } catch (FileSystemException e) {
        // Only root may give a file away. For any other user it stays the user's own.
        return;
      }
    }
  }

  private Path folder() {
    return Objects.requireNonNull(path.toAbsolutePath().getParent());
  }

  private static Secret random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  static List<Secret> joined(List<Secret> first, List<Secret> then) {
    return Stream.concat(first.stream(), then.stream()).distinct().toList();
  }
}
