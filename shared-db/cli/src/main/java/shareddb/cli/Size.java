package shareddb.cli;

import java.util.List;
import java.util.Locale;

/** Bytes, as a person reads them. */
final class Size {

  private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB", "PB", "EB");

  private Size() {}

  /** In steps of 1024, as Postgres counts; with a decimal where there would be one digit only. */
  static String of(long bytes) {
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
