package shareddb.lint;

import java.util.ArrayList;
import java.util.List;
import shareddb.sql.SqlStatement;
import shareddb.sql.Token;
import shareddb.sql.TokenReader;

/** A placeholder outside of quotes: names may begin with digits or hold blanks. */
final class UnquotedPlaceholder implements Rule.OfFile {

  @Override
  public String name() {
    return "unquoted-placeholder";
  }

  @Override
  public List<Finding> look(LintedFile file) {
    List<Finding> findings = new ArrayList<>();
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
