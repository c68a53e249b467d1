package shareddb.serve;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the checkout is: its migrations are read from there. */
public final class Checkout {

  static final String PROPERTY = "workshop.root";

  private Checkout() {}

  /** What the system property says, else the nearest checkout around the working directory. */
  static Path root() {
    String given = System.getProperty(PROPERTY);
    Path start = Path.of(given == null ? "" : given).toAbsolutePath().normalize();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("workshop"))
          && Files.isDirectory(folder.resolve("shared-db"))) {
        return folder;
      }
    }
    throw new ServeException(
        start
            + " is in no checkout of the workshop. Go into one, or name it: java -D"
            + PROPERTY
            + "=FOLDER ...");
  }
}
