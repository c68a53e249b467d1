package workshop.requirementsdatabasepertenant;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import shareddb.webtesting.Answer;
import shareddb.webtesting.ApiClient;

/** What came of asking some tenants' APIs, each as often as the others. */
record Round(List<Sample> samples) {

  private static final int CLIENTS = 8;

  /** One answer, and how long it took. */
  record Sample(int status, String retryAfter, double millis) {}

  /** Asks each of them so often, several at a time. */
  static Round of(List<ApiClient> tenants, int times) throws Exception {
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<Sample>> asked = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        tenants.forEach(tenant -> asked.add(clients.submit(() -> ask(tenant))));
      }
      List<Sample> samples = new ArrayList<>();
      for (Future<Sample> sample : asked) {
        samples.add(sample.get());
      }
      return new Round(samples);
    }
  }

  private static Sample ask(ApiClient tenant) {
    long start = System.nanoTime();
    Answer answer = tenant.get("/requirements");
    double millis = (System.nanoTime() - start) / 1e6;
    return new Sample(
        answer.status(), answer.status() == 503 ? answer.header("Retry-After") : "", millis);
  }

  boolean isAll(int status) {
    return samples.stream().allMatch(sample -> sample.status() == status);
  }

  private double millis(double part) {
    List<Double> sorted = samples.stream().map(Sample::millis).sorted().toList();
    return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(part * sorted.size())));
  }

  @Override
  public String toString() {
    return "%d requests: median %.1f ms, 99 in 100 under %.1f ms, longest %.1f ms"
        .formatted(samples.size(), millis(0.5), millis(0.99), millis(1));
  }
}
