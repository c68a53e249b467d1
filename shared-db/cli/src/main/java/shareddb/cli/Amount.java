package shareddb.cli;

import java.util.Locale;

/** Counts and sizes, as a person reads them. */
final class Amount {

  private static final long STEP = 1024;

  private Amount() {}

  /** {@code 1 row}, {@code 100,000 rows}. */
  static String of(long count, String thing) {
    return String.format(Locale.ROOT, "%,d %s%s", count, thing, count == 1 ? "" : "s");
  }

  static String bytes(long bytes) {
    if (bytes < STEP) {
      return bytes + " B";
    }
    double amount = bytes;
    int unit = -1;
    while (amount >= STEP && unit < 2) {
      amount /= STEP;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %cB", amount, "KMG".charAt(unit));
  }
}
