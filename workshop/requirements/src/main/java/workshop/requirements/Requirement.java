package workshop.requirements;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing that is wanted of a product. */
public record Requirement(
    @JsonPropertyDescription("As in REQ-12: unique in the project, and never given twice.")
        String key,
    String title,
    @Nullable String text,
    Status status,
    Priority priority,
    @JsonPropertyDescription("The name of its group, where it is in one.") @Nullable String group,
    Instant createdAt,
    Instant updatedAt) {

  static final int MAX_TITLE = 255;
  static final int MAX_TEXT = 20_000;

  int number() {
    return RequirementKey.parse(key).orElseThrow().number();
  }
}
