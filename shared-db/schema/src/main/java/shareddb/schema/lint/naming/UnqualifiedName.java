package shareddb.schema.lint.naming;

import java.util.List;
import shareddb.schema.lint.mention.Mention;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedFile;
import shareddb.schema.lint.reading.RuleName;
import shareddb.schema.lint.rules.LintRule;

/** Finds a name without a schema, whose meaning depends on the search_path. */
public final class UnqualifiedName implements LintRule.OfFile {

  @Override
  public RuleName name() {
    return RuleName.UNQUALIFIED_NAME;
  }

  @Override
  public List<LintFinding> look(LintedFile file) {
    return file.mentions().stream()
        .filter(Mention::reliesOnSearchPath)
        .map(
            mention ->
                file.finding(
                    name(),
                    mention.name().line(),
                    "which "
                        + mention.name()
                        + " is meant depends on the search_path of the session that applies this",
                    "\"${flyway:defaultSchema}\"." + mention.name()))
        .toList();
  }
}
