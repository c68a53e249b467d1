package workshop.@package@;

import java.time.Instant;

/** A note, as the API shows it. */
record Note(long id, String body, Instant createdAt) {}
