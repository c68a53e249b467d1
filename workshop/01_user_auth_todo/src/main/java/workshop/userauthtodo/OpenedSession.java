package workshop.userauthtodo;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a login answers with. */
record OpenedSession(
    long id,
    @JsonPropertyDescription(
            "For Authorization: Bearer …; told only now. Null where it is a cookie.")
        @Nullable String token,
    Instant expiresAt) {}
