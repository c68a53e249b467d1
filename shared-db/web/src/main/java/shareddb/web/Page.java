package shareddb.web;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a list, and where the next one is. */
public record Page<T>(
    List<T> items,
    @JsonPropertyDescription("A link to the next page, with the same filters; null on the last.")
        @Nullable String next) {}
