package shareddb.schema.lint.naming;

import java.util.List;
import java.util.Set;
import shareddb.schema.lint.mention.Mention;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintedFile;
import shareddb.schema.lint.reading.RuleName;
import shareddb.schema.lint.rules.LintRule;

/** Finds a schema's own name: the file would not work in another schema. */
public final class HardCodedSchema implements LintRule.OfFile {

  private static final Set<String> OF_POSTGRES = Set.of("pg_catalog", "information_schema");

  /**
   * Names with a rule of their own, and names that are no schemas: rows in a trigger, rows in ON
   * CONFLICT.
   */
  private static final Set<String> OTHER = Set.of("public", "new", "old", "excluded");

  @Override
  public RuleName name() {
    return RuleName.HARD_CODED_SCHEMA;
  }

  @Override
  public List<LintFinding> look(LintedFile file) {
    return file.mentions().stream()
        .filter(mention -> mention.schema().filter(HardCodedSchema::isHardCoded).isPresent())
        .map(
            mention ->
                file.finding(
                    name(),
                    mention.name().line(),
                    "%s names the schema %s: the file cannot be applied to another one"
                        .formatted(mention.name(), mention.schema().orElseThrow()),
                    mention.kind() == Mention.Kind.SCHEMA
                        ? "\"${flyway:defaultSchema}\""
                        : "\"${flyway:defaultSchema}\"." + mention.name().parts().getLast().text()))
        .toList();
  }

  private static boolean isHardCoded(String schema) {
    return !schema.contains("${") && !OF_POSTGRES.contains(schema) && !OTHER.contains(schema);
  }
}
