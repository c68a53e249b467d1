package workshop.userauthtodo.session;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A session, as the API shows it to its user. */
record Session(
    long id,
    @JsonPropertyDescription("The name that the client gave itself; it is not checked.")
        @Nullable String device,
    Instant createdAt,
    @JsonPropertyDescription("When it was last used, to the minute or so.") Instant lastSeenAt,
    @JsonPropertyDescription("Moves on while the session is used, but not for ever.")
        Instant expiresAt,
    @JsonPropertyDescription("Whether this request uses it.") boolean isCurrent) {}
