package shareddb.schema.lint.naming;

import java.util.List;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedFile;
import shareddb.schema.lint.reading.RuleName;
import shareddb.schema.lint.rules.LintRule;

/** Finds uses of the schema public, which stays empty and closed. */
public final class PublicSchema implements LintRule.OfFile {

  @Override
  public RuleName name() {
    return RuleName.PUBLIC_SCHEMA;
  }

  @Override
  public List<LintFinding> look(LintedFile file) {
    return file.mentions().stream()
        .filter(mention -> mention.isIn("public"))
        .map(
            mention ->
                file.finding(
                    name(),
                    mention.name().line(),
                    mention.name()
                        + ": public belongs to no project, is kept empty, and is closed to every"
                        + " module's role",
                    "\"${flyway:defaultSchema}\" in its place"))
        .toList();
  }
}
