package shareddb.migrate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Parser;

/**
 * A script's text, as somebody wrote it.
 *
 * @param separate whether it says of itself that it must not run in one transaction, as Flyway has
 *     it: {@code executeInTransaction=false} in a file of the same name with {@code .conf} behind
 */
public record ScriptText(String raw, boolean separate) {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final Pattern SAYS_SO =
      Pattern.compile("(?im)^\\s*executeInTransaction\\s*=\\s*false\\s*$");

  private static final Pattern SAYS_MORE =
      Pattern.compile("(?im)^\\s*(?!executeInTransaction\\b)[a-z.]+\\s*=");

  private static final Pattern BEGINNING =
      Pattern.compile("\\A(?:\\s++|--[^\\n]*+(?:\\n|\\z)|/\\*.*?\\*/)*+", Pattern.DOTALL);

  /** What Postgres refuses within a transaction. */
  private static final Pattern ALONE =
      Pattern.compile(
          "(CREATE (UNIQUE )?|DROP )INDEX CONCURRENTLY\\b.*"
              + "|REINDEX\\b.*\\bCONCURRENTLY\\b.*"
              + "|REINDEX (\\([^)]*\\) )?(SCHEMA|DATABASE|SYSTEM)\\b.*"
              + "|ALTER TABLE .*\\bDETACH PARTITION\\b.*\\bCONCURRENTLY"
              + "|VACUUM\\b.*"
              + "|ALTER SYSTEM\\b.*"
              + "|(CREATE|DROP) (DATABASE|TABLESPACE)\\b.*",
          Pattern.CASE_INSENSITIVE);

  /**
   * One statement.
   *
   * @param alone whether Postgres refuses it within a transaction
   */
  public record Statement(String sql, boolean alone) {

    static Statement of(String sql) {
      return new Statement(sql.strip(), ALONE.matcher(words(sql)).matches());
    }

    /** On one line, without the comments before it. */
    String words() {
      return words(sql);
    }

    private static String words(String sql) {
      return BEGINNING.matcher(sql).replaceFirst("").strip().replaceAll("\\s+", " ");
    }
  }

  /** Whether the file beside it tells Flyway what nobody else understands. */
  static boolean isForFlyway(Path file) {
    Path settings = settings(file);
    return Files.exists(settings) && SAYS_MORE.matcher(read(settings)).find();
  }

  private static Path settings(Path file) {
    return file.resolveSibling(file.getFileName() + ".conf");
  }

  public static ScriptText of(Path file) {
    Path settings = settings(file);
    String text = read(file);
    return new ScriptText(
        text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text,
        Files.exists(settings) && SAYS_SO.matcher(read(settings)).find());
  }

  /** Whether it runs as a whole, or not at all. */
  public boolean inOneTransaction() {
    return !separate && statements().stream().noneMatch(Statement::alone);
  }

  /** With the values that the placeholders have on a target. */
  public String on(Target target) {
    return Placeholders.replace(raw, target);
  }

  List<Statement> statements() {
    return statements(raw);
  }

  public List<Statement> statementsOn(Target target) {
    return statements(on(target));
  }

  /** The driver knows where one ends: it splits every text that it is given. */
  private static List<Statement> statements(String text) {
    try {
      return Parser.parseJdbcSql(text, true, false, true, false, false).stream()
          .map((NativeQuery query) -> query.nativeSql)
          .filter(sql -> !BEGINNING.matcher(sql).replaceFirst("").isEmpty())
          .map(Statement::of)
          .toList();
    } catch (SQLException e) {
      throw new IllegalStateException("without parameters nothing is refused", e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
