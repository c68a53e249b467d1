package shareddb.tenants.relocate.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shareddb.base.sql.SqlScript;
import shareddb.base.sql.SqlStatement;
import shareddb.base.sql.Token;

/**
 * A query that gives the rows of one table in another pattern's form.
 *
 * @param table the table that gets the rows: the file's name without the number that orders the
 *     files
 * @param own the condition for the project's own rows of that table; empty if all projects share
 *     the rows
 * @param stays columns that say which project a row is in; they are not copied
 */
public record MappingFile(String table, String sql, Optional<String> own, Set<String> stays) {

  private static final Pattern NAME = Pattern.compile("(?:[0-9]+_)?(.+)\\.sql");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");

  /** Reads the files of a folder, ordered by the numbers at the start of their names. */
  static List<MappingFile> in(Path folder, Map<String, String> values) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
          .sorted()
          .map(file -> of(file, values))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
  }

  static MappingFile of(Path file, Map<String, String> values) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    if (!name.matches()) {
      throw new IllegalArgumentException(file + " is no file of SQL");
    }
    SqlScript script = SqlScript.of(replaced(file, values));
    return new MappingFile(
        name.group(1),
        script.statements().stream().map(SqlStatement::text).collect(Collectors.joining(";\n")),
        said(script, "own"),
        said(script, "stays")
            .map(list -> Arrays.stream(list.split(",", -1)).map(String::strip))
            .orElseGet(Stream::empty)
            .collect(Collectors.toSet()));
  }

  /** The rest of the comment that begins with this word. */
  private static Optional<String> said(SqlScript script, String word) {
    String beginning = "-- " + word + ": ";
    return script.comments().stream()
        .map(Token::text)
        .filter(comment -> comment.startsWith(beginning))
        .map(comment -> comment.substring(beginning.length()).strip())
        .findFirst();
  }

  private static String replaced(Path file, Map<String, String> values) {
    try {
      return PLACEHOLDER
          .matcher(Files.readString(file))
          .replaceAll(
              found -> {
                String value = values.get(found.group(1));
                if (value == null) {
                  throw new IllegalArgumentException(
                      file + ": " + found.group() + " is no placeholder; there are " + values);
                }
                return Matcher.quoteReplacement(value);
              });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
