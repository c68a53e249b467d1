package workshop.usersandanalytics;

import java.time.Instant;

/** Somebody who has signed up, as the API shows it. */
record User(long id, String email, Instant createdAt) {}
