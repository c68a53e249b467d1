package workshop.usersandanalytics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToLongFunction;

/** The backlog of the outbox as the relay saw it last, for {@code /metrics}. */
final class BacklogGauges {

  private volatile Backlog last = Backlog.NONE;

  void show(Backlog backlog) {
    last = backlog;
  }

  void register(MeterRegistry meters) {
    gauge(meters, "outbox.backlog", "Events that wait to be told", Backlog::waiting);
    gauge(
        meters,
        "outbox.oldest.seconds",
        "How long the oldest of them has been waiting",
        backlog -> backlog.oldest().toSeconds());
    gauge(meters, "outbox.refused", "How many of them analytics could not take", Backlog::refused);
  }

  private void gauge(
      MeterRegistry meters, String name, String description, ToLongFunction<Backlog> figure) {
    Gauge.builder(name, () -> figure.applyAsLong(last)).description(description).register(meters);
  }
}
