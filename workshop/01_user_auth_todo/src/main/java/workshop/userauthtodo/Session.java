package workshop.userauthtodo;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A session, as the API shows it to its user. */
record Session(
    long id,
    @JsonPropertyDescription("What the client said it is; nobody has checked it.")
        @Nullable String device,
    Instant createdAt,
    @JsonPropertyDescription("When it was last used, to the minute or so.") Instant lastSeenAt,
    @JsonPropertyDescription("Moves on while the session is used, but not for ever.")
        Instant expiresAt,
    @JsonPropertyDescription("Whether it is the one that asks.") boolean isCurrent) {

  static final int MAX_DEVICE = 200;
}
