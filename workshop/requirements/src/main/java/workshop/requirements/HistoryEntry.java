package workshop.requirements;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One cell of a requirement that somebody changed. */
public record HistoryEntry(
    long id,
    String field,
    @Nullable String before,
    @Nullable String after,
    @JsonPropertyDescription("The email of who did, or the login that it was done by without.")
        String changedBy,
    Instant changedAt) {}
