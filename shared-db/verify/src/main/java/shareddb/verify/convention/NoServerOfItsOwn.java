package shareddb.verify.convention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks that a module starts no server of its own: all modules share one Postgres, which the root
 * starts.
 */
final class NoServerOfItsOwn implements ConventionPart {

  private static final Pattern SERVER_TARGET =
      Pattern.compile("(?m)^(?:[\\w -]*\\s)?(db-(?:start|stop))\\b[^:=]*:(?!=)");

  @Override
  public List<ConventionBreach> breaches(ModuleFolder module) {
    List<ConventionBreach> breaches = new ArrayList<>();
    for (Path file : composeFiles(module.module().folder())) {
      breaches.add(
          new ConventionBreach(
              file, "a module has no server of its own; the root has it", "remove it"));
    }
    SERVER_TARGET
        .matcher(ModuleFolder.text(module.file("Makefile")))
        .results()
        .forEach(
            found ->
                breaches.add(
                    new ConventionBreach(
                        module.file("Makefile"),
                        "has the target " + found.group(1) + ": that is the root's alone",
                        "remove it, and use  make -C ../.. " + found.group(1))));
    return breaches;
  }

  private static List<Path> composeFiles(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("(docker-)?compose.*\\.ya?ml"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }
}
