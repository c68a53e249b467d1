package shareddb.cli.blueprint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The files of a new module, made from templates. */
final class Blueprint {

  private static final String MAIN = "src/main/java/workshop/@package@/";
  private static final String SERVICES = "src/main/resources/META-INF/services/";
  private static final String TEST = "src/test/java/workshop/@package@/";

  /** Maps each file of a module to the template that it is made from. */
  private static final Map<String, String> FILES = files();

  private Blueprint() {}

  /** Writes the files into a folder, and returns their number. */
  static int write(ModuleNames wanted, Path folder) {
    FILES.forEach((file, template) -> write(wanted, template, folder.resolve(wanted.fill(file))));
    return FILES.size();
  }

  private static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("README.md", "README.md");
    files.put("Makefile", "Makefile");
    files.put("pom.xml", "pom.xml");
    files.put("migrations/V1__initial.sql", "V1__initial.sql");
    files.put("undo/U1__initial.sql", "U1__initial.sql");
    files.put(SERVICES + "shareddb.web.ApiModule", "shareddb.web.ApiModule");
    files.put(MAIN + "@Api@.java", "main/ModuleApi.java");
    for (String name : new String[] {"Main", "Note", "NewNote", "NoteApi", "package-info"}) {
      files.put(MAIN + name + ".java", "main/" + name + ".java");
    }
    files.put(TEST + "MigrationsTest.java", "test/MigrationsTest.java");
    files.put(TEST + "NotesTest.java", "test/NotesTest.java");
    return files;
  }

  private static void write(ModuleNames wanted, String template, Path file) {
    try (InputStream stream = Blueprint.class.getResourceAsStream(template)) {
      String text =
          new String(
              Objects.requireNonNull(stream, template).readAllBytes(), StandardCharsets.UTF_8);
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.writeString(file, wanted.fill(text));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
