package shareddb.lint;

import java.util.List;

/** A name that only the search_path leads to. */
final class UnqualifiedName implements Rule.OfFile {

  @Override
  public String name() {
    return "unqualified-name";
  }

  @Override
  public List<Finding> look(LintedFile file) {
    return file.mentions().stream()
        .filter(Mention::reliesOnSearchPath)
        .map(
            mention ->
                file.finding(
                    name(),
                    mention.name().line(),
                    "which "
                        + mention.name()
                        + " is meant depends on the search_path of whoever applies this",
                    "\"${flyway:defaultSchema}\"." + mention.name()))
        .toList();
  }
}
