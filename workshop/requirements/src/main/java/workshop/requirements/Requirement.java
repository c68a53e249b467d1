package workshop.requirements;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One requirement of a product. */
public record Requirement(
    @JsonPropertyDescription("As in REQ-12: unique in the project, and never given twice.")
        String key,
    String title,
    @Nullable String text,
    Status status,
    Priority priority,
    @JsonPropertyDescription("The name of its group; null without one.") @Nullable String group,
    Instant createdAt,
    Instant updatedAt) {

  public static final int MAX_TITLE = 255;
  public static final int MAX_TEXT = 20_000;

  /** The 12 of REQ-12. */
  public int number() {
    return RequirementKey.parse(key).orElseThrow().number();
  }
}
