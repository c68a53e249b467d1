package shareddb.learn.classroom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import shareddb.base.names.LearnerName;
import shareddb.base.settings.Login;

/**
 * The files to hand out, one for each learner, which only the instructor may read: two variables
 * for a shell or for the {@code .env} of the learner's checkout.
 *
 * @param folder where the files are
 * @param server the class's database, with the host and port by which learners reach it
 */
public record LearnerKeyFiles(Path folder, Login server) implements LearnerKeyReceiver {

  /** The folder of a checkout. */
  public static Path in(Path root) {
    return root.resolve("localdev").resolve("class").resolve("keys");
  }

  @Override
  public void keep(List<LearnerKey> keys) {
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      for (LearnerKey key : keys) {
        write(key);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the keys to " + folder, e);
    }
  }

  /** The learner's file. Characters that a file's name cannot hold are written as %XX. */
  public Path of(LearnerName learner) {
    return folder.resolve(encoded(learner.value()) + ".env");
  }

  private void write(LearnerKey key) throws IOException {
    Path next =
        Files.createTempFile(
            folder,
            "key",
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(next, text(key));
    Files.move(next, of(key.learner()), StandardCopyOption.REPLACE_EXISTING);
  }

  private String text(LearnerKey key) {
    return """
    # Put these two lines into the .env of your checkout, then: make learn
    export POSTGRES_URL='%s'
    export WORKSHOP_LEARNER="%s"
    """
        .formatted(url(key), key.learner().value().replaceAll("([\"\\\\$`])", "\\\\$1"));
  }

  private String url(LearnerKey key) {
    return server
        .jdbcUrlOfSettings()
        .replaceFirst("^jdbc:", "")
        .replaceFirst(
            "//",
            "//" + encoded(key.learner().value()) + ":" + encoded(key.password().reveal()) + "@");
  }

  /** As a name of a file, and as a part of a URL. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }
}
