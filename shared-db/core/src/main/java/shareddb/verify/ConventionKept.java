package shareddb.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A module is its folder and nothing beside: its schema's name, no server of its own. */
final class ConventionKept implements Check {

  private static final Pattern CREATES_SCHEMA =
      Pattern.compile(
          "^\\s*CREATE\\s+SCHEMA\\s+IF\\s+NOT\\s+EXISTS\\s+\"\\$\\{flyway:defaultSchema}\"\\s*;",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SERVER_TARGET =
      Pattern.compile("(?m)^(?:[\\w -]*\\s)?(db-(?:start|stop))\\b[^:=]*:(?!=)");

  @Override
  public String title() {
    return "convention kept";
  }

  @Override
  public Outcome look(Scene scene) {
    Subject subject = scene.subject();
    List<String> problems = new ArrayList<>();
    composeFile(subject)
        .ifPresent(
            file -> problems.add(file + ": a module has no server of its own; the root has it"));
    serverTarget(subject)
        .ifPresent(
            target -> problems.add("its Makefile has " + target + ": that is the root's alone"));
    firstMigration(subject).ifPresent(problems::add);
    return problems.isEmpty()
        ? new Outcome.Ok("schema named after its folder and made by its first migration")
        : new Outcome.Failed(
            String.join("\n", problems),
            "remove or mend that, as workshop/00_personal_todo has it");
  }

  private static Optional<String> composeFile(Subject subject) {
    try (Stream<Path> files = Files.list(subject.folder())) {
      return files
          .filter(file -> file.getFileName().toString().matches("(docker-)?compose.*\\.ya?ml"))
          .map(subject::shown)
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + subject.folder(), e);
    }
  }

  private static Optional<String> serverTarget(Subject subject) {
    Path makefile = subject.folder().resolve("Makefile");
    return Files.exists(makefile)
        ? SERVER_TARGET
            .matcher(Sql.read(makefile))
            .results()
            .map(found -> found.group(1))
            .findFirst()
        : Optional.empty();
  }

  private static Optional<String> firstMigration(Subject subject) {
    return subject.track().read().stream()
        .findFirst()
        .filter(first -> !CREATES_SCHEMA.matcher(Sql.withoutComments(first.file())).find())
        .map(
            first ->
                subject.shown(first.file())
                    + " does not begin with  CREATE SCHEMA IF NOT EXISTS"
                    + " \"${flyway:defaultSchema}\";");
  }
}
