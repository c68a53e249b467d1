package workshop.userauthtodo.account;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The answer to a login. */
record OpenedSession(
    long id,
    @JsonPropertyDescription(
            "For Authorization: Bearer …; shown only now. Null where it is in a cookie.")
        @Nullable String token,
    Instant expiresAt) {}
