package shareddb.schema.lint.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shareddb.testing.TestDatabase;

/** The page about lint, {@code shared-db/docs/lint.md}: a section for each rule, with examples. */
record LintPage(String before, List<Section> sections) {

  private static final Pattern HEADING =
      Pattern.compile("(?m)^### (L\\d\\d) ([a-z-]+) \\((\\w+)\\)$");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```sql (\\w+)( 15)?\n(.*?)^```$");

  /** A block of SQL: {@code before}, {@code unsafe}, {@code safe} or {@code probe}. */
  record Block(String kind, boolean isForOld, String sql) {

    /** The migrations in it. */
    List<String> files() {
      return Arrays.stream(sql.split("-- next migration\n", -1)).map(LintPage::written).toList();
    }
  }

  /** What the page says about one rule. */
  record Section(String number, String rule, String severity, List<Block> blocks) {

    String before() {
      return sql("before").orElse("");
    }

    Optional<String> probe() {
      return sql("probe");
    }

    private Optional<String> sql(String kind) {
      return all(kind).stream().findFirst().map(block -> written(block.sql()));
    }

    List<Block> all(String kind) {
      return blocks.stream().filter(block -> block.kind().equals(kind)).toList();
    }
  }

  static LintPage read() {
    Path file = TestDatabase.checkout().resolve("shared-db/docs/lint.md");
    try {
      return of(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LintPage of(String text) {
    List<Section> sections = new ArrayList<>();
    Matcher heading = HEADING.matcher(text);
    int first = text.length();
    while (heading.find()) {
      first = Math.min(first, heading.start());
      int next = text.indexOf("\n##", heading.end());
      String section = text.substring(heading.end(), next < 0 ? text.length() : next);
      sections.add(
          new Section(heading.group(1), heading.group(2), heading.group(3), blocks(section)));
    }
    return new LintPage(written(blocks(text.substring(0, first)).getFirst().sql()), sections);
  }

  private static List<Block> blocks(String text) {
    return BLOCK
        .matcher(text)
        .results()
        .map(block -> new Block(block.group(1), block.group(2) != null, block.group(3)))
        .toList();
  }

  /** The SQL as a migration has it: S stands for the schema. */
  private static String written(String sql) {
    return sql.replaceAll("\\bS\\.", "\"\\${flyway:defaultSchema}\".");
  }

  @Override
  public String toString() {
    return "lint.md";
  }
}
