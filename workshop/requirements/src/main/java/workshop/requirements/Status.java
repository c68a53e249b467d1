package workshop.requirements;

import java.util.Locale;

/** How far a requirement is. None is ever deleted: a key that a person has noted stays good. */
public enum Status {
  DRAFT,
  APPROVED,
  DONE,
  REJECTED;

  public static Status of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** As JSON, CSV and the database have it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
