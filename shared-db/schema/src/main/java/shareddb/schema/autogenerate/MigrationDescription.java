package shareddb.schema.autogenerate;

import java.util.Locale;

/** A short description of a migration. */
public record MigrationDescription(String text) {

  private static final int LONGEST = 80;

  /** Throws {@link IllegalArgumentException} if the text gives no usable file name. */
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

  /** The text for a comment: one line, without a placeholder that Flyway would replace. */
  String line() {
    return text.strip().replaceAll("\\s+", " ").replace("${", "$ {");
  }

  /** The text for a file name: {@code add_priority}. */
  String slug() {
    return slug(text);
  }

  private static String slug(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "_")
        .replaceAll("^_|_$", "");
  }
}
