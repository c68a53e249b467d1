package shareddb.lint;

import java.util.List;
import java.util.Set;

/** A schema by its own name: the file would not work in any other. */
final class HardCodedSchema implements Rule.OfFile {

  private static final Set<String> OF_POSTGRES = Set.of("pg_catalog", "information_schema");

  /** These have a rule of their own, or are no schemas: rows in a trigger, rows that conflict. */
  private static final Set<String> OTHER = Set.of("public", "new", "old", "excluded");

  @Override
  public String name() {
    return "hard-coded-schema";
  }

  @Override
  public List<Finding> look(LintedFile file) {
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
