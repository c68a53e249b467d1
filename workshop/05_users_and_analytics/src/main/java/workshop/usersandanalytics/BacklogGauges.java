package workshop.usersandanalytics;

import java.util.List;
import java.util.function.ToLongFunction;
import shareddb.web.Gauge;

/** The backlog as it was last looked at, for {@code /metrics}. */
final class BacklogGauges {

  private volatile Backlog last = Backlog.NONE;

  void show(Backlog backlog) {
    last = backlog;
  }

  List<Gauge> gauges() {
    return List.of(
        gauge("outbox.backlog", "Events that wait to be told", Backlog::waiting),
        gauge(
            "outbox.oldest.seconds",
            "How long the oldest of them has been waiting",
            backlog -> backlog.oldest().toSeconds()),
        gauge("outbox.refused", "How many of them analytics could not take", Backlog::refused));
  }

  private Gauge gauge(String name, String description, ToLongFunction<Backlog> figure) {
    return new Gauge(name, description, () -> figure.applyAsLong(last));
  }
}
