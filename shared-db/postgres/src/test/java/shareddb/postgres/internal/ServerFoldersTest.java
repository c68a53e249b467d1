package shareddb.postgres.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("no-server")
final class ServerFoldersTest {

  private static final int FILES = 400;

  @TempDir Path temporary;

  /** A build's watcher and the next build both delete the folder of a server that was killed. */
  @Test
  void twoProcessesMayDeleteTheSameFolderAtOnce() throws Exception {
    for (int round = 0; round < 5; round++) {
      Path folder = filled(temporary.resolve("round-" + round));
      CyclicBarrier start = new CyclicBarrier(2);
      try (ExecutorService two = Executors.newFixedThreadPool(2)) {
        Future<?> one = two.submit(() -> deleteAfter(start, folder));
        Future<?> other = two.submit(() -> deleteAfter(start, folder));
        one.get();
        other.get();
      }
      assertThat(folder).doesNotExist();
    }
  }

  /**
   * A watcher may delete its folder after another build has listed it and before it looks at it.
   */
  @Test
  void aFolderThatIsGoneIsNotOurs() throws IOException {
    assertThat(ServerFolders.isOurs(temporary)).isTrue();
    assertThat(ServerFolders.isOurs(temporary.resolve("gone"))).isFalse();
  }

  private static Void deleteAfter(CyclicBarrier start, Path folder) throws Exception {
    start.await();
    ServerFolders.delete(folder);
    return null;
  }

  private static Path filled(Path folder) throws IOException {
    for (int i = 0; i < FILES; i++) {
      Path inside = Files.createDirectories(folder.resolve("data/" + i % 20));
      Files.createFile(inside.resolve("file-" + i));
    }
    return folder;
  }
}
