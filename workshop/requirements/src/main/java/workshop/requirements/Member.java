package workshop.requirements;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;

/** A person who may see a project. */
public record Member(
    @JsonPropertyDescription("Of this person in this project.") long id,
    String email,
    Role role,
    Instant memberSince) {}
