package shareddb.schema.lint.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shareddb.base.track.Track;

/**
 * Finds the uses of jOOQ's generated constants in a module's Java sources. It reads the source
 * files, because the compiled classes may be missing or old.
 */
public record JavaUses(List<Source> sources) {

  /** One use of a constant. */
  public record Use(Path file, int line, String text) {}

  /** One file and its words. */
  record Source(Path file, List<JavaWords.Word> words, Set<String> known) {

    public static Source of(Path file) {
      List<JavaWords.Word> words = JavaWords.of(read(file));
      return new Source(
          file, words, words.stream().map(JavaWords.Word::text).collect(Collectors.toSet()));
    }

    boolean knows(String word) {
      return known.contains(word);
    }

    Use use(JavaWords.Word word, String text) {
      return new Use(file, word.line(), text);
    }
  }

  /** Reads the module's sources, which are beside its migrations. */
  public static JavaUses of(Track track) {
    Path module = track.migrations();
    while (!module.endsWith(track.module().value()) && module.getParent() != null) {
      module = Objects.requireNonNull(module.getParent());
    }
    Path sources = module.resolve("src/main/java");
    if (!Files.isDirectory(sources)) {
      return new JavaUses(List.of());
    }
    try (Stream<Path> files = Files.walk(sources)) {
      return new JavaUses(
          files.filter(f -> f.toString().endsWith(".java")).sorted().map(Source::of).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + sources, e);
    }
  }

  public Optional<Use> ofTable(String table) {
    String constant = constant(table);
    return sources.stream()
        .flatMap(
            source ->
                source.words().stream()
                    .filter(word -> word.text().equals(constant))
                    .map(word -> source.use(word, constant)))
        .findFirst();
  }

  /** Finds {@code TODOS.TITLE}, or {@code t.TITLE} for a variable that holds the table. */
  public Optional<Use> ofColumn(String table, String column) {
    return sources.stream()
        .filter(source -> source.knows(constant(table)))
        .flatMap(source -> uses(source, constant(table), constant(column)).stream())
        .findFirst();
  }

  private static List<Use> uses(Source source, String table, String column) {
    List<Use> uses = new ArrayList<>();
    for (int i = 2; i < source.words().size(); i++) {
      JavaWords.Word word = source.words().get(i);
      String owner = source.words().get(i - 2).text();
      boolean ofTable = owner.equals(table) || !owner.equals(owner.toUpperCase(Locale.ROOT));
      if (word.text().equals(column) && source.words().get(i - 1).text().equals(".") && ofTable) {
        uses.add(source.use(word, owner + "." + column));
      }
    }
    return uses;
  }

  /** The name of jOOQ's constant. */
  private static String constant(String name) {
    return name.toUpperCase(Locale.ROOT);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
