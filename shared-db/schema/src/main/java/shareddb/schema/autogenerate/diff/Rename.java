package shareddb.schema.autogenerate.diff;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What looks like another name for the same thing.
 *
 * @param losesRows whether dropping the one and making the other would lose what is in it
 * @param otherwise the statements, should it not be a rename
 */
public record Rename(
    String what, String to, String sql, String back, boolean losesRows, List<String> otherwise) {

  /** As a person reads it: {@code column todos.title to name}. */
  @Override
  public String toString() {
    return what.replace(SchemaPlaceholder.SCHEMA + ".", "") + " to " + to;
  }

  /** The statement, as it stands in a file. */
  public String written() {
    return SchemaPlaceholder.written(sql);
  }

  /** The statement that takes it back. */
  public String writtenBack() {
    return SchemaPlaceholder.written(back);
  }

  /** What is said of it where nobody could be asked. */
  public String taken() {
    return """

    REVIEW: %s is taken for a rename, because all but the name is the same.
    If the one was dropped and the other is new, write instead:
    %s\
    """
        .formatted(
            this,
            otherwise.stream()
                .map(statement -> indented(SchemaPlaceholder.written(statement)) + ";")
                .collect(Collectors.joining("\n")));
  }

  /** What is said of it where somebody said that it is none. */
  public String declined() {
    return """

    REVIEW: what is dropped and added here might be a rename, %s. Then write instead:
    %s;\
    """
        .formatted(this, indented(written()));
  }

  private static String indented(String text) {
    return "  " + text.replace("\n", "\n  ");
  }
}
