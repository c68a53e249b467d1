package shareddb.schema.lint.naming;

import java.util.ArrayList;
import java.util.List;
import shareddb.base.sql.SqlStatement;
import shareddb.base.sql.Token;
import shareddb.base.sql.TokenReader;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedFile;
import shareddb.schema.lint.reading.RuleName;
import shareddb.schema.lint.rules.LintRule;

/** Finds a placeholder without quotes: schema names may begin with digits or contain blanks. */
public final class UnquotedPlaceholder implements LintRule.OfFile {

  @Override
  public RuleName name() {
    return RuleName.UNQUOTED_PLACEHOLDER;
  }

  @Override
  public List<LintFinding> look(LintedFile file) {
    List<LintFinding> findings = new ArrayList<>();
    for (SqlStatement statement : file.script().statements()) {
      TokenReader reader = statement.reader();
      while (reader.skipPast("$", "{")) {
        Token brace = reader.last().orElseThrow();
        findings.add(
            file.finding(
                name(),
                brace.line(),
                "what stands here in the end may begin with a digit, as in 00_personal_todo:"
                    + " Postgres refuses that without quotes",
                "\"${...}\" in double quotes"));
      }
    }
    return findings;
  }
}
