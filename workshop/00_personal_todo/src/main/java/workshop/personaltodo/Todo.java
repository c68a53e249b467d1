package workshop.personaltodo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A todo, as the API shows it; {@code deletedAt} is null while it is not in the bin. */
record Todo(
    long id,
    String title,
    @Nullable String description,
    boolean isCompleted,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant deletedAt) {}
