package shareddb.schema.lint.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shareddb.base.sql.SqlStatement;
import shareddb.base.sql.Token;
import shareddb.base.sql.TokenReader;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedFile;
import shareddb.schema.lint.reading.RuleName;
import shareddb.schema.lint.rules.LintRule;

/**
 * Finds a placeholder within a literal or a function's body: a name that contains the closing quote
 * ends it too early.
 */
public final class PlaceholderInLiteral implements LintRule.OfFile {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}]+}");

  private static final String IN_FUNCTION =
      """
      SET search_path = "${flyway:defaultSchema}", pg_temp
      -- as a property of the function, and in its body names without a schema\
      """;

  private static final String IN_BLOCK =
      """
      CREATE FUNCTION ... SET search_path = "${flyway:defaultSchema}", pg_temp AS ...;
      SELECT the function; DROP FUNCTION ...;
      -- a DO block has no search_path of its own\
      """;

  private static final String IN_STRING =
      """
      SELECT ... tableoid::regclass::text ... FROM "${flyway:defaultSchema}".the_table
      -- Postgres writes the table's name; or 'the_table'::regclass in a function with a search_path\
      """;

  @Override
  public RuleName name() {
    return RuleName.PLACEHOLDER_IN_LITERAL;
  }

  @Override
  public List<LintFinding> look(LintedFile file) {
    List<LintFinding> findings = new ArrayList<>();
    for (SqlStatement statement : file.script().statements()) {
      TokenReader reader = statement.reader();
      while (!reader.atEnd()) {
        Token token = reader.next();
        Matcher placeholder = PLACEHOLDER.matcher(token.text());
        if (token.kind() == Token.Kind.STRING
            && placeholder.find()
            && !isDollarQuotedName(token, reader)) {
          findings.add(finding(file, statement, token, placeholder));
        }
      }
    }
    return findings;
  }

  /**
   * {@code $$"${flyway:defaultSchema}".numbers$$::regclass}, as autogenerate writes it: a default
   * that takes numbers from a sequence can name the sequence in no other way.
   */
  private static boolean isDollarQuotedName(Token token, TokenReader reader) {
    return token.isDollarQuoted() && reader.comes(":", ":", "regclass");
  }

  private LintFinding finding(
      LintedFile file, SqlStatement statement, Token token, Matcher placeholder) {
    int lines = (int) token.text().substring(0, placeholder.start()).lines().count();
    return file.finding(
        name(),
        token.line() + Math.max(0, lines - 1),
        "a name with %s in it, such as %s, ends the %s here"
            .formatted(
                token.isDollarQuoted() ? "$$" : "'",
                token.isDollarQuoted() ? "a$$b" : "o'brien",
                token.isDollarQuoted() ? "body" : "text"),
        instead(statement, token));
  }

  private static String instead(SqlStatement statement, Token token) {
    if (!token.isDollarQuoted()) {
      return IN_STRING;
    }
    return statement.reader().comes("do") ? IN_BLOCK : IN_FUNCTION;
  }
}
