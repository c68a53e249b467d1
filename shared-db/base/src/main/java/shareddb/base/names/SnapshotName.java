package shareddb.base.names;

import java.util.regex.Pattern;

/** The name of a snapshot. It is a valid folder name on every system. */
public record SnapshotName(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
  private static final String AUTOMATIC = "auto-";

  public SnapshotName {
    if (!FORM.matcher(value).matches()) {
      throw new InvalidName(
          "snapshot name",
          value,
          "it is 1 to 63 letters, digits, dots, hyphens and underscores, such as before-lesson-2");
    }
  }

  /**
   * A name that the operator chose. The prefix {@code auto-} is reserved for automatic snapshots.
   */
  public static SnapshotName chosen(String value) {
    SnapshotName name = new SnapshotName(value);
    if (name.isAutomatic()) {
      throw new InvalidName(
          "snapshot name",
          value,
          "names that begin with auto- are the tool's own, which it prunes");
    }
    return name;
  }

  /** The name of a snapshot that the tool takes by itself. */
  public static SnapshotName automatic(String rest) {
    return new SnapshotName(AUTOMATIC + rest);
  }

  public boolean isAutomatic() {
    return value.startsWith(AUTOMATIC);
  }

  @Override
  public String toString() {
    return value;
  }
}
