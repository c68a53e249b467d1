package shareddb.administration;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** A tenant that is removed. */
record RemovedTenant(
    String name,
    @JsonPropertyDescription("The snapshot that brings its rows back; null if it had no schema.")
        @Nullable String snapshot) {}
