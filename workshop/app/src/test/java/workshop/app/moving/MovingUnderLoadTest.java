package workshop.app.moving;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.base.settings.ServerChoice;
import shareddb.base.settings.Settings;
import shareddb.serve.Running;
import shareddb.serve.Serve;
import shareddb.tenants.registry.TenantKey;
import shareddb.tenants.relocate.RelocationResult;
import shareddb.tenants.relocate.place.ProjectPlace;
import shareddb.tenants.relocate.place.RelocationPlace;
import shareddb.testing.TestDatabase;
import shareddb.web.MountedModule;
import shareddb.webtesting.ApiClient;
import workshop.requirementsdatabasepertenant.RequirementsDatabasePerTenant;
import workshop.requirementsschemapertenant.RequirementsSchemaPerTenant;
import workshop.requirementssharedschema.RequirementsSharedSchema;

/** All the way from a project to a database and home, while people write and read. */
@Tag("long")
class MovingUnderLoadTest {

  private static final int REQUIREMENTS = Integer.getInteger("move.requirements", 3_000);
  private static final int CLIENTS = Integer.getInteger("move.clients", 4);
  private static final Duration LONGEST_FENCE =
      Duration.ofMillis(Long.getLong("move.fence", 10_000));

  @RegisterExtension static final TestDatabase database = TestDatabase.empty();

  private final Client.Told told = new Client.Told();
  private final AtomicReference<@Nullable ApiClient> served = new AtomicReference<>();

  @Test
  void whatWasAcknowledgedIsThereAndWithoutWritersAllIsAsItWas() throws Exception {
    Settings settings =
        new Settings(TestDatabase.checkout(), ServerChoice.EXTERNAL, database.admin(), "this test");
    try (Running running =
        Serve.start(
            settings,
            0,
            List.of(
                new RequirementsSharedSchema(),
                new RequirementsSchemaPerTenant(),
                new RequirementsDatabasePerTenant()),
            MountedModule::named)) {
      Patterns patterns = Patterns.in(database.admin(), "load" + ProcessHandle.current().pid());
      try {
        long id = patterns.project(REQUIREMENTS);
        String before = patterns.rows(patterns.project(id));
        round(patterns, id, ApiClient.at(running.port()));
        assertThat(patterns.rows(patterns.project(id))).isEqualTo(before);
        used(patterns, id, ApiClient.at(running.port()));
      } finally {
        patterns.dropDatabases();
      }
    }
  }

  private void used(Patterns patterns, long id, ApiClient api) throws Exception {
    served.set(client(patterns.project(id), api, ""));
    List<Future<?>> clients = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(threads.submit(new Client(i, served::get, told)));
      }
      try {
        round(patterns, id, api);
      } finally {
        told.over = true;
      }
    }
    for (Future<?> client : clients) {
      client.get();
    }
    System.out.printf(
        "%,d writes acknowledged of %d clients, %,d reads, %,d times turned away%n",
        told.acknowledged.size(), CLIENTS, told.reads.get(), told.turnedAway.get());
    assertThat(told.unexpected).isEmpty();
    assertThat(told.acknowledged).hasSizeGreaterThan(CLIENTS);
    assertThat(missing(patterns.project(id))).isEmpty();
  }

  /** There, and there, and back. */
  private void round(Patterns patterns, long id, ApiClient api) throws SQLException {
    RelocationResult.Moved first =
        moved(patterns, patterns.project(id), patterns.schema(), api, "");
    String key = first.key().orElseThrow().value();
    moved(patterns, patterns.schema(), patterns.database(), api, key);
    moved(patterns, patterns.database(), patterns.schema(), api, key);
    moved(patterns, patterns.schema(), patterns.project(id), api, key);
  }

  private RelocationResult.Moved moved(
      Patterns patterns, RelocationPlace from, RelocationPlace to, ApiClient api, String key)
      throws SQLException {
    RelocationResult.Moved moved = patterns.move(from, to);
    System.out.printf(
        "%s to %s: %,d rows in %d ms, %d passes, shut for %d ms%n",
        from.module(),
        to.module(),
        moved.tables().stream().mapToLong(table -> table.rows()).sum(),
        moved.took().toMillis(),
        moved.passes(),
        moved.fence().toMillis());
    assertThat(moved.fence()).isLessThan(LONGEST_FENCE);
    served.set(client(to, api, moved.key().map(TenantKey::value).orElse(key)));
    assertThat(missing(to)).as("at %s", to.label()).isEmpty();
    patterns.finish(from);
    return moved;
  }

  private static ApiClient client(RelocationPlace place, ApiClient api, String key) {
    String path = "/" + place.module();
    ApiClient ada = api.with("X-User", "ada@example.org");
    return place instanceof ProjectPlace project
        ? ada.within(path + "/projects/" + project.id())
        : ada.with("X-API-Key", key).within(path);
  }

  /** Those that were acknowledged before this was asked, and are not there, or with older words. */
  private Map<String, String> missing(RelocationPlace place) throws SQLException {
    Map<String, String> before = Map.copyOf(told.acknowledged);
    String which = place instanceof ProjectPlace p ? " WHERE project_id = " + p.id() : "";
    String rows =
        Patterns.text(
            place.target().admin(),
            "SELECT string_agg('REQ-' || number || E'\\t' || title, E'\\n') FROM %s.requirements%s"
                .formatted(place.target().schema().quoted(), which));
    Map<String, String> there = new HashMap<>();
    rows.lines().map(line -> line.split("\t", -1)).forEach(cells -> there.put(cells[0], cells[1]));
    Map<String, String> missing = new HashMap<>(before);
    missing.entrySet().removeIf(e -> isThere(e.getValue(), there.get(e.getKey())));
    return missing;
  }

  /** What is changed meanwhile is newer. */
  private static boolean isThere(String acknowledged, @Nullable String found) {
    return found != null
        && (acknowledged.equals(found)
            || (author(acknowledged).equals(author(found)) && count(found) > count(acknowledged)));
  }

  private static String author(String title) {
    return title.replaceFirst(",.*", "");
  }

  private static int count(String title) {
    return Integer.parseInt(title.replaceFirst(".*the ", "").replaceFirst("\\..*", ""));
  }
}
