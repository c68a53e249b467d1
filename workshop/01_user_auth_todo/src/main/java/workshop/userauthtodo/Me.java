package workshop.userauthtodo;

import java.time.Instant;

/** The user who is asking, as the API shows them. */
record Me(long id, String email, Instant createdAt, Instant passwordChangedAt) {}
