package workshop.requirements;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of each line of an import. */
public record ImportReport(
    int imported,
    int rejected,
    @JsonPropertyDescription("The key of the first one; the others follow it without a gap.")
        @Nullable String firstKey,
    @JsonPropertyDescription("The first thousand lines that were rejected, and why.")
        List<Problem> problems) {

  static final int MAX_PROBLEMS = 1_000;

  /** One line that was left out. */
  public record Problem(
      @JsonPropertyDescription("Where the record begins; the header is line 1.") long line,
      String detail) {}
}
