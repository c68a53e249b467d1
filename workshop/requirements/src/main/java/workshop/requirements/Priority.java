package workshop.requirements;

import java.util.Locale;

/** How much a requirement matters. */
public enum Priority {
  LOW,
  MEDIUM,
  HIGH;

  /** As JSON, CSV and the database have it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
