package shareddb.cli.output;

import java.util.List;
import java.util.Locale;

/** Writes counts and sizes for people. */
public final class CountText {

  private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB", "PB", "EB");

  private CountText() {}

  /** A count with its noun, such as {@code 1 row} or {@code 100,000 rows}. */
  public static String of(long count, String thing) {
    return String.format(Locale.ROOT, "%,d %s%s", count, thing, count == 1 ? "" : "s");
  }

  /**
   * A size in steps of 1024, as Postgres counts. It has one decimal if the number has only one
   * digit.
   */
  public static String bytes(long bytes) {
    double amount = bytes;
    int unit = 0;
    while (amount >= 1023.5 && unit < UNITS.size() - 1) {
      amount /= 1024;
      unit++;
    }
    String form = unit > 0 && amount < 9.95 ? "%.1f %s" : "%.0f %s";
    return String.format(Locale.ROOT, form, amount, UNITS.get(unit));
  }
}
