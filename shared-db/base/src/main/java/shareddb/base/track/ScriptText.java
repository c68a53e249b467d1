package shareddb.base.track;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import shareddb.base.sql.SqlScript;
import shareddb.base.sql.SqlStatement;

/**
 * A script's text, as it is in its file.
 *
 * @param separate whether the script must not run in one transaction. As in Flyway, a file with the
 *     same name and {@code .conf} at its end says {@code executeInTransaction=false}.
 */
public record ScriptText(String raw, boolean separate) {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final Pattern SAYS_SO =
      Pattern.compile("(?im)^\\s*executeInTransaction\\s*=\\s*false\\s*$");

  private static final Pattern SAYS_MORE =
      Pattern.compile("(?im)^\\s*(?!executeInTransaction\\b)[a-z.]+\\s*=");

  /** Whether the script's {@code .conf} file has settings that only Flyway understands. */
  public static boolean isForFlyway(Path file) {
    Path settings = settings(file);
    return Files.exists(settings) && SAYS_MORE.matcher(read(settings)).find();
  }

  private static Path settings(Path file) {
    return file.resolveSibling(file.getFileName() + ".conf");
  }

  public static ScriptText of(Path file) {
    String text = read(file);
    return new ScriptText(
        text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, isSeparate(file));
  }

  static boolean isSeparate(Path file) {
    Path settings = settings(file);
    return Files.exists(settings) && SAYS_SO.matcher(read(settings)).find();
  }

  /** Whether the script runs in one transaction. */
  public boolean inOneTransaction() {
    return !separate && statements().stream().noneMatch(SqlStatement::isAlone);
  }

  /** The text with the values that the placeholders have on a target. */
  public String on(Target target) {
    return Placeholders.replace(raw, target);
  }

  public List<SqlStatement> statements() {
    return SqlScript.of(raw).statements();
  }

  public List<SqlStatement> statementsOn(Target target) {
    return SqlScript.of(on(target)).statements();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
