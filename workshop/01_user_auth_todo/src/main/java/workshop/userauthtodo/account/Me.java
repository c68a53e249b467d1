package workshop.userauthtodo.account;

import java.time.Instant;

/** The user who sends the request, as the API shows them. */
record Me(long id, String email, Instant createdAt, Instant passwordChangedAt) {}
