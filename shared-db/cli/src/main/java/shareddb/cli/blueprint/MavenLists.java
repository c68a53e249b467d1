package shareddb.cli.blueprint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shareddb.base.names.ModuleName;

/** Maven's two lists of the workshop's modules: what is built, and what the app depends on. */
record MavenLists(Path root) {

  private static final Pattern NAMED =
      Pattern.compile("\\s*<(module|artifactId)>([0-9][a-z0-9_]*)</\\1>\\s*");

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

  /** A module in a list, from the first to the last of its lines. */
  private record Entry(ModuleName name, int first, int last) {}

  /** The modules that are in one of the lists. */
  SortedSet<ModuleName> modules() {
    SortedSet<ModuleName> modules = new TreeSet<>();
    for (FileEdit file : List.of(built(), served())) {
      entries(file).forEach(entry -> modules.add(entry.name()));
    }
    return modules;
  }

  /**
   * The edits that add a module to the lists that lack it, in the order in which they are written:
   * the first alone does no harm.
   */
  List<FileEdit> adding(ModuleName name) throws NoPlace {
    List<FileEdit> edits = new ArrayList<>();
    for (FileEdit file : List.of(built(), served())) {
      if (!isIn(file, name)) {
        edits.add(with(name, file));
      }
    }
    return List.copyOf(edits);
  }

  /** The edits that take a module out of the lists that have it, in the opposite order. */
  List<FileEdit> removing(ModuleName name) {
    return List.of(served(), built()).stream()
        .filter(file -> isIn(file, name))
        .map(file -> without(name, file))
        .toList();
  }

  private FileEdit built() {
    return FileEdit.of(root.resolve("workshop/pom.xml"));
  }

  private FileEdit served() {
    return FileEdit.of(root.resolve("workshop/app/pom.xml"));
  }

  private static boolean isIn(FileEdit file, ModuleName name) {
    return entries(file).stream().anyMatch(entry -> entry.name().equals(name));
  }

  /** Copies the lines of the module before the new one, or else of the first module. */
  private static FileEdit with(ModuleName name, FileEdit file) throws NoPlace {
    List<Entry> entries = entries(file);
    if (entries.isEmpty()) {
      throw new NoPlace(file.file(), "it names no module");
    }
    List<Entry> earlier = entries.stream().filter(e -> e.name().compareTo(name) < 0).toList();
    Entry neighbour = earlier.isEmpty() ? entries.getFirst() : earlier.getLast();
    List<String> copy =
        file.lines().subList(neighbour.first(), neighbour.last() + 1).stream()
            .map(line -> line.replace(neighbour.name().value(), name.value()))
            .toList();
    return file.insert(earlier.isEmpty() ? neighbour.first() : neighbour.last() + 1, copy);
  }

  private static FileEdit without(ModuleName name, FileEdit file) {
    FileEdit edited = file;
    for (Entry entry : entries(file).reversed()) {
      if (entry.name().equals(name)) {
        edited = edited.remove(entry.first(), entry.last());
      }
    }
    return edited;
  }

  private static List<Entry> entries(FileEdit file) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < file.lines().size(); i++) {
      Matcher named = NAMED.matcher(file.lines().get(i));
      if (named.matches() && ModuleName.isOne(named.group(2))) {
        ModuleName name = new ModuleName(named.group(2));
        entries.add(
            named.group(1).equals("module")
                ? new Entry(name, i, i)
                : new Entry(
                    name, end(file, i, -1, "<dependency>"), end(file, i, 1, "</dependency>")));
      }
    }
    return entries;
  }

  /** The nearest line of this text before or behind another one. */
  private static int end(FileEdit file, int from, int step, String text) {
    int line = from;
    while (line + step >= 0
        && line + step < file.lines().size()
        && !file.lines().get(line).strip().equals(text)) {
      line += step;
    }
    return line;
  }
}
