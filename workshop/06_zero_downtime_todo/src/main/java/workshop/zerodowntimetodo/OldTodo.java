package workshop.zerodowntimetodo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A todo, as version 4 of the API shows it. */
record OldTodo(
    long id,
    String title,
    boolean isCompleted,
    @Nullable Short priority,
    Instant createdAt,
    Instant updatedAt) {}
