package shareddb.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import shareddb.track.Migration;

/** What migrations say they make, as far as the checklist has to know. */
final class Sql {

  private static final String NAME =
      "\"\\$\\{flyway:defaultSchema}\"\\s*\\.\\s*\"?([A-Za-z_][\\w$]*)\"?";

  private static final Pattern TABLE =
      Pattern.compile(
          "\\b(CREATE|DROP)\\s+TABLE\\s+(?:IF\\s+(?:NOT\\s+)?EXISTS\\s+)?"
              + NAME
              + "|\\b(ALTER)\\s+TABLE\\s+"
              + NAME
              + "\\s+RENAME\\s+TO\\s+\"?([A-Za-z_][\\w$]*)\"?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern COMMENT = Pattern.compile("--[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);

  private Sql() {}

  /** The tables that are there after all these, in the order in which they are made. */
  static List<String> tables(Collection<Migration> migrations) {
    Set<String> tables = new LinkedHashSet<>();
    migrations.forEach(
        migration ->
            TABLE
                .matcher(withoutComments(migration.file()))
                .results()
                .forEach(found -> apply(found, tables)));
    return List.copyOf(tables);
  }

  static String withoutComments(Path script) {
    return COMMENT.matcher(read(script)).replaceAll("");
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static void apply(MatchResult found, Set<String> tables) {
    if (found.group(3) != null) {
      tables.remove(found.group(4));
      tables.add(found.group(5));
    } else if (found.group(1).equalsIgnoreCase("CREATE")) {
      tables.add(found.group(2));
    } else {
      tables.remove(found.group(2));
    }
  }
}
