package shareddb.schema.autogenerate.diff;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A change that looks like a rename.
 *
 * @param losesRows whether dropping the old and making the new item would lose its rows or values
 * @param otherwise the statements to write if it is not a rename
 */
public record Rename(
    String what, String to, String sql, String back, boolean losesRows, List<String> otherwise) {

  /** The rename in words: {@code column todos.title to name}. */
  @Override
  public String toString() {
    return what.replace(SchemaPlaceholder.SCHEMA + ".", "") + " to " + to;
  }

  /** The statement as it is written to a file. */
  public String written() {
    return SchemaPlaceholder.written(sql);
  }

  /** The statement that reverts it. */
  public String writtenBack() {
    return SchemaPlaceholder.written(back);
  }

  /** The note for a rename that the user could not confirm. */
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

  /** The note for a change that the user declared not to be a rename. */
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
