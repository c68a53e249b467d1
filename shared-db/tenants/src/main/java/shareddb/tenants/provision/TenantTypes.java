package shareddb.tenants.provision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import shareddb.base.track.ScriptText;
import shareddb.migrate.script.ScriptBatch;

/**
 * The seed scripts of new tenants: a folder for each type, whose scripts run once, ordered by name.
 *
 * @param folder the module's folder of types; it is read each time, so that an edited file counts
 *     at once
 */
public record TenantTypes(Path folder) {

  /** The type of a tenant whose request names none. */
  public static final String STANDARD = "standard";

  /** All types; the standard one is always among them, even without a folder. */
  public List<String> names() {
    return Stream.concat(
            Stream.of(STANDARD),
            list(folder).stream()
                .filter(Files::isDirectory)
                .map(type -> type.getFileName().toString()))
        .distinct()
        .sorted()
        .toList();
  }

  /** The scripts of a type; throws {@link UnfitSeedScript} for one that would end a transaction. */
  List<ScriptText> seeds(String type) {
    return list(folder.resolve(type)).stream()
        .filter(file -> file.getFileName().toString().endsWith(".sql"))
        .map(TenantTypes::seed)
        .toList();
  }

  private static ScriptText seed(Path file) {
    ScriptText text = ScriptText.of(file);
    if (!ScriptBatch.fits(text)) {
      throw new UnfitSeedScript(file);
    }
    return text;
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }
}
