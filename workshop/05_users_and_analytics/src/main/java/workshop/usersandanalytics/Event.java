package workshop.usersandanalytics;

import java.util.UUID;

/**
 * Something that happened to a user, on its way.
 *
 * @param refusals how often analytics could not take it
 * @param json all that analytics is told
 */
record Event(UUID id, int refusals, String json) {}
