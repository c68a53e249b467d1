package shareddb.cli.command.tenants;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shareddb.cli.output.CountText;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.TimeText;
import shareddb.tenants.provision.AddTenantResult;

/** Counts the lines of a batch by their outcome. */
final class TenantBatchCount {

  private final long start = System.nanoTime();
  private long read;
  private long added;
  private long there;
  private long refused;
  private long failed;

  void reads(int lines) {
    read += lines;
  }

  long read() {
    return read;
  }

  void add(AddTenantResult result) {
    switch (result) {
      case AddTenantResult.Added one -> added++;
      case AddTenantResult.AlreadyThere one -> there++;
      case AddTenantResult.Refused one -> refused++;
      case AddTenantResult.Failed one -> failed++;
      case AddTenantResult.Postponed one -> failed++;
    }
  }

  boolean isAllRight() {
    return refused + failed == 0;
  }

  boolean hasAdded() {
    return added > 0;
  }

  /** The progress line's text, such as {@code 400 lines, 90 a second, 3 bad}. */
  String progress() {
    long done = added + there + refused + failed;
    return String.format(
        Locale.ROOT,
        "%,d lines, %.0f a second, %,d bad",
        done,
        done / Math.max(0.001, took().toMillis() / 1000.0),
        refused + failed);
  }

  /** The end of an error's message: how many tenants were added before the batch stopped. */
  String soFar() {
    return added == 0 ? "; nothing was changed" : "; " + CountText.of(added, "tenant") + " added";
  }

  String summary() {
    String parts =
        Stream.of(
                part(added, "added"),
                part(there, "there already"),
                part(refused, "refused"),
                part(failed, "not made"))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    return CountText.of(added + there + refused + failed, "line")
        + (parts.isEmpty() ? "" : ": " + parts)
        + ", in "
        + TimeText.took(took());
  }

  JsonObject json() {
    return new JsonObject()
        .put("added", added)
        .put("already_there", there)
        .put("refused", refused)
        .put("failed", failed)
        .put("duration_ms", took().toMillis());
  }

  private Duration took() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static String part(long count, String what) {
    return count == 0 ? "" : String.format(Locale.ROOT, "%,d %s", count, what);
  }
}
