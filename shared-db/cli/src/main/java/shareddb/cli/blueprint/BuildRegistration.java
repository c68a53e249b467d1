package shareddb.cli.blueprint;

import java.nio.file.Path;
import java.util.List;
import shareddb.base.names.ModuleName;

/**
 * The lines that name a new module in Maven's lists: it is built, and the app depends on it. Each
 * line follows the line of the module before it.
 */
final class BuildRegistration {

  /** Thrown if a file has no place for the new module's line. */
  static final class NoPlace extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Path file;

    NoPlace(Path file, String what) {
      super(what);
      this.file = file;
    }

    Path file() {
      return file;
    }
  }

  private final Path root;
  private final ModuleNames wanted;

  /**
   * The module whose line the new line follows. If no module comes before the new one, this is the
   * first module.
   */
  private final ModuleName neighbour;

  private final int before;

  BuildRegistration(Path root, ModuleNames wanted, List<ModuleName> modules) {
    this.root = root;
    this.wanted = wanted;
    List<ModuleName> earlier =
        modules.stream().filter(m -> m.compareTo(wanted.name()) < 0).toList();
    this.before = earlier.size();
    this.neighbour = earlier.isEmpty() ? modules.getFirst() : earlier.getLast();
  }

  /** Returns the edits in the order in which they are written: the first alone does no harm. */
  List<FileEdit> edits() throws NoPlace {
    return List.of(module(), dependency());
  }

  private FileEdit module() throws NoPlace {
    FileEdit file = FileEdit.of(root.resolve("workshop/pom.xml"));
    int at = line(file, "<module>" + neighbour + "</module>");
    return file.insert(
        before == 0 ? at : at + 1, List.of("    <module>" + wanted.name() + "</module>"));
  }

  /** Copies the neighbour's dependency, with the new module's name. */
  private FileEdit dependency() throws NoPlace {
    FileEdit file = FileEdit.of(root.resolve("workshop/app/pom.xml"));
    int artifact = line(file, "<artifactId>" + neighbour + "</artifactId>");
    int start = artifact;
    while (start > 0 && !file.lines().get(start).strip().equals("<dependency>")) {
      start--;
    }
    int end = artifact;
    while (end < file.lines().size() - 1
        && !file.lines().get(end).strip().equals("</dependency>")) {
      end++;
    }
    List<String> copy =
        file.lines().subList(start, end + 1).stream()
            .map(line -> line.replace(neighbour.value(), wanted.name().value()))
            .toList();
    return file.insert(before == 0 ? start : end + 1, copy);
  }

  private static int line(FileEdit file, String text) throws NoPlace {
    for (int i = 0; i < file.lines().size(); i++) {
      if (file.lines().get(i).strip().equals(text)) {
        return i;
      }
    }
    throw new NoPlace(file.file(), "it has no line  " + text);
  }
}
