package workshop.zerodowntimetodo;

import java.time.Instant;

/** A todo, as version 6 of the API shows it. */
record Todo(
    long id,
    String summary,
    TodoStatus status,
    int priority,
    Instant createdAt,
    Instant updatedAt) {}
