package workshop.requirements.csv;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import workshop.requirements.RequirementKey;

/** What an import did with the lines of a table. */
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

  static ImportReport of(
      int imported, int rejected, @Nullable Integer first, SortedMap<Long, String> problems) {
    return new ImportReport(
        imported,
        rejected,
        first == null ? null : RequirementKey.text(first),
        problems.entrySet().stream().map(p -> new Problem(p.getKey(), p.getValue())).toList());
  }
}
