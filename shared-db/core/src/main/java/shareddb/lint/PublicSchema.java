package shareddb.lint;

import java.util.List;

/** The schema public stays empty and closed. */
final class PublicSchema implements Rule.OfFile {

  @Override
  public String name() {
    return "public-schema";
  }

  @Override
  public List<Finding> look(LintedFile file) {
    return file.mentions().stream()
        .filter(mention -> mention.schema().filter("public"::equals).isPresent())
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
