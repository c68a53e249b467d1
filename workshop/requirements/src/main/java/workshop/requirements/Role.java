package workshop.requirements;

import java.util.Locale;

/** What a member may do in a project; each may do all that those before it may. */
public enum Role {
  /** Reads. */
  VIEWER,
  /** Writes requirements and groups. */
  EDITOR,
  /** Says who the members are. */
  OWNER;

  public boolean isAtLeast(Role wanted) {
    return compareTo(wanted) >= 0;
  }

  public static Role of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** As JSON and the database have it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
