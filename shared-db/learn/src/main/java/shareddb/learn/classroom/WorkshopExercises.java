package shareddb.learn.classroom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The ids of all exercises in a checkout, from the names of their folders. */
public final class WorkshopExercises {

  private static final Pattern FOLDER = Pattern.compile("[0-9]{2}_.+");

  private WorkshopExercises() {}

  /** Such as {@code 00.3} for {@code workshop/00_personal_todo/exercises/03_fill_old_rows}. */
  public static List<String> ids(Path root) {
    return folders(root.resolve("workshop")).stream()
        .flatMap(
            module ->
                folders(module.resolve("exercises")).stream()
                    .map(exercise -> number(module) + "." + Integer.parseInt(number(exercise))))
        .toList();
  }

  private static List<Path> folders(Path parent) {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(parent)) {
      return children
          .filter(Files::isDirectory)
          .filter(child -> FOLDER.matcher(name(child)).matches())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + parent, e);
    }
  }

  private static String number(Path folder) {
    return name(folder).substring(0, 2);
  }

  private static String name(Path folder) {
    return String.valueOf(folder.getFileName());
  }
}
