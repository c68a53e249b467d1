package workshop.userauthtodo.todo;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import workshop.userauthtodo.db.tables.records.TodosRecord;

/** A thing to do, as the API shows it to its user. */
record Todo(
    long id,
    String title,
    @Nullable String description,
    boolean isCompleted,
    Instant createdAt,
    Instant updatedAt,
    @JsonPropertyDescription("When it was put into the bin; null while it is in use.")
        @Nullable Instant deletedAt,
    @JsonPropertyDescription("Grows with each change. A PATCH can send it back.") int version) {

  static final int MAX_TITLE = 255;
  static final int MAX_DESCRIPTION = 10_000;

  /** All columns but the user's id: it is the one who asks. */
  static Todo of(TodosRecord row) {
    return new Todo(
        row.getId(),
        row.getTitle(),
        row.getDescription(),
        row.getIsCompleted(),
        row.getCreatedAt(),
        row.getUpdatedAt(),
        row.getDeletedAt(),
        row.getVersion());
  }
}
