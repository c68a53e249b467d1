package shareddb.postgres.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import shareddb.postgres.server.ServerException;
import shareddb.postgres.server.ServerProblem;

/**
 * A file lock that one process at a time holds. The system releases it if the process is killed.
 */
public final class FileGuard {

  private static final long PAUSE_MILLIS = 20;

  /** The work under the lock. */
  @FunctionalInterface
  public interface Work<T> {
    T run() throws IOException;
  }

  private final FileChannel channel;

  private FileGuard(FileChannel channel) {
    this.channel = channel;
  }

  /** Waits for the lock, up to the limit, and does the work. */
  public static <T> T holding(Path file, Duration limit, Work<T> work) throws IOException {
    FileGuard guard = take(file, limit);
    try {
      return work.run();
    } finally {
      guard.close();
    }
  }

  private static FileGuard take(Path file, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    FileGuard guard = tried(file);
    while (guard == null) {
      if (System.nanoTime() > deadline) {
        throw new ServerException(
            new ServerProblem(
                "another process holds the lock of this server",
                file.toString(),
                "waited " + limit.toSeconds() + " s",
                "wait for the other command, or end it: fuser " + file));
      }
      Polling.millis(PAUSE_MILLIS);
      guard = tried(file);
    }
    return guard;
  }

  private static @Nullable FileGuard tried(Path file) {
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = locked(channel);
      if (lock != null) {
        return new FileGuard(channel);
      }
      channel.close();
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + file, e);
    }
  }

  /** Another thread of this JVM that holds the lock counts like another process. */
  private static @Nullable FileLock locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot give back a lock", e);
    }
  }
}
