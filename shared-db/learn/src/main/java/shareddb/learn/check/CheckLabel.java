package shareddb.learn.check;

import java.util.Optional;
import shareddb.learn.exercise.CheckEntry;

/** The words at the beginning of a check's line: its own, or those of its kind. */
final class CheckLabel {

  private static final int LONGEST = 50;

  private CheckLabel() {}

  static String of(CheckEntry entry) {
    return entry.why().orElseGet(() -> ofKind(entry));
  }

  private static String ofKind(CheckEntry entry) {
    return first(entry.files().map(files -> "files named"))
        .or(() -> first(entry.applies().map(applies -> "applies")))
        .or(() -> first(entry.catalog().map(catalog -> "catalog")))
        .or(() -> first(entry.column().map(column -> "column " + column.name())))
        .or(() -> first(entry.rows().map(rows -> "rows")))
        .or(() -> first(entry.probe().map(CheckLabel::probe)))
        .or(() -> first(entry.explain().map(explain -> "plan")))
        .or(() -> first(entry.reader().map(reader -> "readers")))
        .or(() -> first(entry.locks().map(locks -> "locks")))
        .or(() -> first(entry.undo().map(undo -> "undo")))
        .or(() -> first(entry.http().map(http -> "answers")))
        .orElseGet(entry::name);
  }

  private static Optional<String> first(Optional<String> label) {
    return label;
  }

  private static String probe(CheckEntry.Probe probe) {
    String sql = probe.accepts().or(probe::sql).orElse("").strip().replaceAll("\\s+", " ");
    return sql.length() <= LONGEST ? sql : sql.substring(0, LONGEST - 1) + "…";
  }
}
