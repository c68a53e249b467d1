package shareddb.verify.convention;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Checks that the module has its POM, is built with all others, and is served with them. */
final class PartOfTheBuild implements ConventionPart {

  @Override
  public List<ConventionBreach> breaches(ModuleFolder module) {
    String artifact = "<artifactId>" + module.name() + "</artifactId>";
    return Stream.of(
            line(module.file("pom.xml"), artifact),
            line(module.workshop("pom.xml"), "<module>" + module.name() + "</module>"),
            line(module.workshop("app/pom.xml"), artifact))
        .flatMap(List::stream)
        .toList();
  }

  private static List<ConventionBreach> line(Path file, String line) {
    return ModuleFolder.text(file).contains(line)
        ? List.of()
        : List.of(
            new ConventionBreach(
                file, "has no  " + line, "write it there, as 00_personal_todo is"));
  }
}
