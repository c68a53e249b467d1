package shareddb.postgres.embedded;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import shareddb.postgres.internal.Polling;
import shareddb.postgres.internal.ServerFolders;
import shareddb.postgres.internal.SystemProcesses;

/** The files that a start leaves in a server's folder if it is killed while it makes the data. */
final class UnfinishedStart {

  private static final String DATA = "making-";
  private static final String PASSWORD = "password-";
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private UnfinishedStart() {}

  static Path newData(Path folder) {
    return folder.resolve(DATA + ProcessHandle.current().pid());
  }

  static Path newPasswordFile(Path folder) throws IOException {
    // This call makes a file that only the current user can read.
    return Files.createTempFile(folder, PASSWORD, "");
  }

  /** Deletes the files. The caller holds the lock of this folder, so no other command uses them. */
  static void sweep(Path folder) throws IOException {
    for (Path child : ServerFolders.children(folder)) {
      String name = child.getFileName().toString();
      if (name.startsWith(DATA)) {
        endWriters(child);
        deleteWhole(child);
      } else if (name.startsWith(PASSWORD)) {
        ServerFolders.delete(child);
      }
    }
  }

  /** Ends the initdb of a killed command. It still runs, and would go on writing. */
  private static void endWriters(Path data) {
    ProcessHandle.allProcesses()
        .filter(process -> SystemProcesses.commandLine(process.pid()).contains(data.toString()))
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .forEach(UnfinishedStart::end);
  }

  /** Tries several times, because processes that initdb started may still write a last file. */
  private static void deleteWhole(Path folder) throws IOException {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      try {
        ServerFolders.delete(folder);
        return;
      } catch (DirectoryNotEmptyException | NoSuchFileException e) {
        if (System.nanoTime() > deadline) {
          throw e;
        }
      }
      Polling.millis(20);
    }
  }

  private static void end(ProcessHandle process) {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (process.isAlive() && System.nanoTime() < deadline) {
      Polling.millis(20);
    }
  }
}
