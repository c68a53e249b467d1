package workshop.requirements.csv;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import workshop.requirements.Requirement;

/** A column of a table of requirements. */
enum CsvColumn {
  KEY,
  TITLE,
  TEXT,
  STATUS,
  PRIORITY,
  GROUP,
  CREATED_AT,
  UPDATED_AT;

  static Optional<CsvColumn> named(String name) {
    return Arrays.stream(values()).filter(c -> c.toString().equals(name.strip())).findFirst();
  }

  @Nullable Object of(Requirement requirement) {
    return switch (this) {
      case KEY -> requirement.key();
      case TITLE -> requirement.title();
      case TEXT -> requirement.text();
      case STATUS -> requirement.status();
      case PRIORITY -> requirement.priority();
      case GROUP -> requirement.group();
      case CREATED_AT -> requirement.createdAt();
      case UPDATED_AT -> requirement.updatedAt();
    };
  }

  /** As in the first line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
