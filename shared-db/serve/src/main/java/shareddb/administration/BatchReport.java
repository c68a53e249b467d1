package shareddb.administration;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import shareddb.tenants.lifecycle.BatchLine;
import shareddb.tenants.lifecycle.BatchListener;
import shareddb.tenants.provision.AddTenantResult;

/** The outcome of each line of a batch. */
record BatchReport(
    int added,
    int alreadyThere,
    @JsonPropertyDescription("Refused, failed, or not yet done: each with its reason.") int left,
    List<Line> lines) {

  /** The outcome of a line. */
  enum Outcome {
    ADDED,
    ALREADY_THERE,
    REFUSED,
    FAILED,
    POSTPONED,
    UNREADABLE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One line. */
  record Line(
      @JsonPropertyDescription("Where the line begins; the header is line 1.") long line,
      String name,
      Outcome outcome,
      @Nullable String detail,
      @JsonPropertyDescription("Of a tenant that was added. It is shown only here.")
          @Nullable String apiKey) {}

  static BatchReport of(List<Line> lines) {
    int added = count(lines, Outcome.ADDED);
    int there = count(lines, Outcome.ALREADY_THERE);
    return new BatchReport(added, there, lines.size() - added - there, lines);
  }

  /** Collects the outcome of each line. */
  static final class Lines implements BatchListener {

    private final List<Line> lines = new ArrayList<>();

    @Override
    public void reads(int more) {
      // The answer comes when all lines are done.
    }

    @Override
    public void ends(BatchLine line) {
      lines.add(line(line.number(), line.wish().name(), line.result()));
    }

    void unreadable(long number, String what) {
      String detail = "cannot be read as CSV, and nothing behind it was: " + what;
      lines.add(new Line(number, "", Outcome.UNREADABLE, detail, null));
    }

    List<Line> all() {
      return List.copyOf(lines);
    }

    private static Line line(long number, String name, AddTenantResult result) {
      return switch (result) {
        case AddTenantResult.Added(var tenant, var key) ->
            new Line(number, name, Outcome.ADDED, null, key.value());
        case AddTenantResult.AlreadyThere ignored ->
            new Line(number, name, Outcome.ALREADY_THERE, null, null);
        case AddTenantResult.Refused(var problems) ->
            new Line(number, name, Outcome.REFUSED, String.join("; ", problems), null);
        case AddTenantResult.Failed(var tenant, var reason) ->
            new Line(number, name, Outcome.FAILED, reason, null);
        case AddTenantResult.Postponed(var tenant, var why) ->
            new Line(number, name, Outcome.POSTPONED, why, null);
      };
    }
  }

  private static int count(List<Line> lines, Outcome outcome) {
    return (int) lines.stream().filter(line -> line.outcome() == outcome).count();
  }
}
