package shareddb.administration;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** A tenant of which nothing is left but a snapshot. */
record RemovedTenant(
    String name,
    @JsonPropertyDescription("What brings its rows back; null where it had no schema.")
        @Nullable String snapshot) {}
