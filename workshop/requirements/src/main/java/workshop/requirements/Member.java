package workshop.requirements;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;

/** Somebody who may see a project. */
public record Member(
    @JsonPropertyDescription("Of the person: the same one in every project.") long id,
    String email,
    Role role,
    Instant memberSince) {}
