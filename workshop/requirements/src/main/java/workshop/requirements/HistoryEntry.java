package workshop.requirements;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One field of a requirement that was changed. */
public record HistoryEntry(
    long id,
    String field,
    @Nullable String before,
    @Nullable String after,
    @JsonPropertyDescription("The email of the person, or the database login without one.")
        String changedBy,
    Instant changedAt,
    @JsonPropertyDescription("When this field was changed next; null for its newest change.")
        @Nullable Instant replacedAt) {}
