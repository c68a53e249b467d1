package shareddb.schema.autogenerate;

import java.util.Locale;

/** What a migration does, in a few words. */
public record MigrationDescription(String text) {

  private static final int LONGEST = 80;

  /** Throws {@link IllegalArgumentException} where no file can be named after it. */
  public MigrationDescription {
    String slug = slug(text);
    if (slug.isEmpty()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" names nothing: say in a few words what the migration does");
    }
    if (slug.length() > LONGEST) {
      throw new IllegalArgumentException(
          "the description is "
              + slug.length()
              + " letters long, which is too much for the name of a file: at most "
              + LONGEST);
    }
  }

  /** As it stands in a comment: in one line, and with nothing that Flyway would replace. */
  String line() {
    return text.strip().replaceAll("\\s+", " ").replace("${", "$ {");
  }

  /** As it stands in the name of a file: {@code add_priority}. */
  String slug() {
    return slug(text);
  }

  private static String slug(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "_")
        .replaceAll("^_|_$", "");
  }
}
