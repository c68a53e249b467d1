package workshop.usersandanalytics;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.LocalDate;

/** How many signed up in a day, a week or a month of UTC. */
record Signups(
    @JsonPropertyDescription("Its first day; a week begins on Monday.") LocalDate from,
    long signups,
    @JsonPropertyDescription("How many of these have left again.") long leftAgain) {}
