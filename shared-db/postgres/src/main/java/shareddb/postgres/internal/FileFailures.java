package shareddb.postgres.internal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import shareddb.postgres.server.ServerException;
import shareddb.postgres.server.ServerProblem;

/** Turns file system errors into problems with a next step. */
public final class FileFailures {

  private static final long MEGABYTE = 1024 * 1024;

  private FileFailures() {}

  public static ServerException writing(String what, Path where, IOException e) {
    return new ServerException(problem(what, where, String.valueOf(e), e), e);
  }

  private static ServerProblem problem(String what, Path where, String text, IOException e) {
    if (isFullDisk(text)) {
      return fullDisk(where);
    }
    if (e instanceof AccessDeniedException) {
      return new ServerProblem(
          what + ": not enough rights",
          text,
          "user " + System.getProperty("user.name"),
          "see who owns it: ls -ld " + where);
    }
    return new ServerProblem(what, where.toString(), text, "see what is there: ls -la " + where);
  }

  public static boolean isFullDisk(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains("no space left on device") || lower.contains("disk quota exceeded");
  }

  public static ServerProblem fullDisk(Path where) {
    return new ServerProblem(
        "the disk is full",
        where.toString(),
        free(where),
        "make room, then again; see: df -h " + where);
  }

  /** Refuses to begin if the disk would become full half-way. */
  public static void requireSpace(Path where, long megabytes) throws IOException {
    long free = Files.getFileStore(where).getUsableSpace() / MEGABYTE;
    if (free < megabytes) {
      throw new ServerException(
          new ServerProblem(
              "there is not enough room on the disk",
              where.toString(),
              free + " MB free, " + megabytes + " MB needed",
              "make room, then again; see: df -h " + where));
    }
  }

  private static String free(Path where) {
    Path there = where;
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    try {
      return there == null
          ? ""
          : Files.getFileStore(there).getUsableSpace() / MEGABYTE + " MB free";
    } catch (IOException e) {
      return "";
    }
  }
}
