package shareddb.cli.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import shareddb.base.names.TenantName;
import shareddb.cli.command.CommandFailure;
import shareddb.tenants.registry.TenantKey;

/** The file for new keys. Only its owner may read it. */
public final class TenantKeyFile {

  /** How many keys may be shown at the terminal; more of them need a file. */
  public static final int SHOWN = 20;

  private static final Set<PosixFilePermission> OWNERS_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final Path file;

  private TenantKeyFile(Path file) {
    this.file = file;
  }

  /** Creates the file, or opens it to append to it. */
  public static TenantKeyFile at(Path file) {
    try {
      if (!Files.exists(file)) {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNERS_ONLY));
        new TenantKeyFile(file).append("name,key\n");
      } else if (!Files.isRegularFile(file)) {
        throw CommandFailure.usage(
            file + " is there, and is no file to write keys to; nothing was changed",
            "type the same command with another file");
      } else if (!OWNERS_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
        throw CommandFailure.usage(
            file + " can be read or written by others; no key was written to it",
            "chmod 600 " + file);
      }
      return new TenantKeyFile(file);
    } catch (NoSuchFileException e) {
      throw CommandFailure.usage(
          "there is no folder for the keys file " + file + "; nothing was changed",
          "make the folder, then type the same command again");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the keys to " + file, e);
    }
  }

  /** Appends the keys. They are on the disk when this returns. */
  public void write(Map<TenantName, TenantKey> keys) {
    StringBuilder lines = new StringBuilder();
    keys.forEach((name, key) -> lines.append(name).append(',').append(key.value()).append('\n'));
    try {
      append(lines.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the keys to " + file, e);
    }
  }

  @Override
  public String toString() {
    return file.toString();
  }

  private void append(String text) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }
}
