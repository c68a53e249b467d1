package workshop.requirementssharedschema;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import workshop.requirements.Role;

/** A project, as one of its members sees it. */
record Project(
    long id,
    String name,
    @JsonPropertyDescription("Of the person who sends the request.") Role role,
    Instant createdAt) {

  static final int MAX_NAME = 100;
}
