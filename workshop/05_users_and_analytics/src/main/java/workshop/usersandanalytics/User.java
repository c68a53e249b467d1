package workshop.usersandanalytics;

import java.time.Instant;

/** A user, as the API shows it. */
record User(long id, String email, Instant createdAt) {}
