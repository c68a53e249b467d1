package workshop.requirements;

import java.util.Locale;

/** How important a requirement is. */
public enum Priority {
  LOW,
  MEDIUM,
  HIGH;

  public static Priority of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** As JSON, CSV and the database have it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
