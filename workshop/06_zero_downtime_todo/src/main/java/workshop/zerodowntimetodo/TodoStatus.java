package workshop.zerodowntimetodo;

import java.util.Locale;

/** How far a todo is, in version 6 of the API. */
enum TodoStatus {
  OPEN,
  DOING,
  DONE;

  static TodoStatus of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** As JSON and the database have it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
