package workshop.personaltodo;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A thing to do, as the API shows it. */
record Todo(
    long id,
    String title,
    @Nullable String description,
    boolean isCompleted,
    Instant createdAt,
    Instant updatedAt,
    @JsonPropertyDescription("When it was put into the bin; null while it is in use.")
        @Nullable Instant deletedAt) {}
