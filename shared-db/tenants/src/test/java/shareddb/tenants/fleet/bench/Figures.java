package shareddb.tenants.fleet.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Milliseconds a schema, in the order of the names. */
record Figures(String contestant, int targets, List<Optional<Double>> milliseconds) {

  static final List<String> NAMES =
      List.of("provision", "upgrade by one", "nothing to do", "status", "drift");

  /** Of several rounds, each figure by itself. */
  static Figures medians(List<Figures> rounds) {
    Figures first = rounds.getFirst();
    List<Optional<Double>> medians =
        IntStream.range(0, NAMES.size())
            .mapToObj(i -> rounds.stream().flatMap(r -> r.milliseconds.get(i).stream()).sorted())
            .map(Stream::toList)
            .map(
                all ->
                    all.isEmpty() ? Optional.<Double>empty() : Optional.of(all.get(all.size() / 2)))
            .toList();
    return new Figures(first.contestant, first.targets, medians);
  }

  String line(Figures base) {
    boolean sampled = targets < base.targets;
    StringBuilder line = new StringBuilder("  %-22s".formatted(contestant));
    for (int i = 0; i < milliseconds.size(); i++) {
      Optional<Double> wanted = base.milliseconds.get(i);
      line.append("%18s".formatted(milliseconds.get(i).map(ms -> cell(ms, wanted)).orElse("-")));
    }
    return sampled ? line + "   (" + targets + " of them)" : line.toString();
  }

  private static String cell(double milliseconds, Optional<Double> base) {
    return base.filter(wanted -> wanted != milliseconds)
        .map(
            wanted ->
                String.format(Locale.ROOT, "%.2f (%.2fx)", milliseconds, milliseconds / wanted))
        .orElse(String.format(Locale.ROOT, "%.2f", milliseconds));
  }
}
