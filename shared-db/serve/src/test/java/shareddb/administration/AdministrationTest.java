package shareddb.administration;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;
import shareddb.base.settings.AdminKey;
import shareddb.base.settings.ServerChoice;
import shareddb.base.settings.Settings;
import shareddb.serve.Running;
import shareddb.serve.Serve;
import shareddb.serve.TenantsOnly;
import shareddb.testing.TestDatabase;
import shareddb.web.MountedModule;
import shareddb.webtesting.Answer;
import shareddb.webtesting.ApiClient;

/** The routes of the administration, with and without the administrators' key. */
class AdministrationTest {

  private static final String TENANTS = "/admin/tenants";

  @RegisterExtension static final TestDatabase database = TestDatabase.empty();

  private static Running running;
  private static ApiClient anonymous;
  private static ApiClient admin;

  @BeforeAll
  static void serve() {
    Settings settings =
        new Settings(TestDatabase.checkout(), ServerChoice.EXTERNAL, database.admin(), "this test");
    running = Serve.start(settings, 0, List.of(new TenantsOnly()), MountedModule::alone);
    anonymous = ApiClient.at(running.port());
    admin = anonymous.with("X-Admin-Key", AdminKey.of(settings).secret().reveal());
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void aWrongKeyIsRefusedAndLoggedWithoutTheKey() {
    Logger logger = (Logger) LoggerFactory.getLogger(AdminAccess.class);
    ListAppender<ILoggingEvent> logged = new ListAppender<>();
    logged.start();
    logger.addAppender(logged);
    try {
      anonymous.get(TENANTS).expectProblem(401, "unauthenticated", "./db tenants admin-key");
      assertThat(logged.list).isEmpty();
      Answer refused =
          anonymous.with("X-Admin-Key", "a-wrong-key").get(TENANTS + "/any").expect(401);
      assertThat(refused.header("WWW-Authenticate")).isEqualTo("X-Admin-Key");
    } finally {
      logger.detachAppender(logged);
    }
    assertThat(logged.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly("a wrong admin key from 127.0.0.1: GET /admin/tenants/{tenant}");
  }

  @Test
  void aTenantIsMadeListedSuspendedAndResumed() {
    for (String name : List.of("made_b", "made_a", "made_c")) {
      Map<String, String> body = Map.of("name", name, "domain", name.replace('_', '-') + ".test");
      Answer made = admin.post(TENANTS, body).expect(201);
      assertThat(made.header("Location")).isEqualTo(TENANTS + "/" + name);
      assertThat(made.text("api_key")).startsWith("wsk_");
    }

    Answer first = admin.get(TENANTS + "?limit=2&status=active&cursor=b").expect(200);
    assertThat(names(first)).containsExactly("made_a", "made_b");
    assertThat(first.text("next")).contains("cursor=made_b", "status=active", "limit=2");
    assertThat(names(admin.get(first.text("next")).expect(200))).containsExactly("made_c");

    String one = TENANTS + "/made_a";
    assertThat(admin.post(one + "/suspend", "").expect(200).text("status")).isEqualTo("suspended");
    assertThat(names(admin.get(TENANTS + "?status=suspended"))).containsExactly("made_a");
    assertThat(admin.post(one + "/resume", "").expect(200).json().get("api_key").isNull()).isTrue();
    assertThat(admin.post(one + "/rotate-key", "").expect(200).text("api_key")).startsWith("wsk_");
    admin
        .post(one + "/remove", Map.of("name", "made_b"))
        .expectProblem(400, "invalid-body", "is not");
  }

  @Test
  void allFaultsOfANewTenantAreRefused() {
    admin.post(TENANTS, "{}").expectProblem(400, "invalid-body", "name");
    admin
        .post(TENANTS, Map.of("name", "Upper", "domain", "upper.test"))
        .expectProblem(400, "invalid-body", "does not fit");
    admin
        .post(TENANTS, Map.of("name", "typed", "domain", "typed.test", "type", "none"))
        .expectProblem(400, "invalid-body", "is none of");
    admin.get(TENANTS + "?cursor=A%20B").expectProblem(400, "invalid-parameters", "cursor");
    admin.get(TENANTS + "?status=gone").expectProblem(400, "invalid-parameters", "status");
    admin.get(TENANTS + "/T1").expectProblem(404, "not-found", "no tenant");
  }

  @Test
  void aTableIsReadLineByLine() {
    String csv = "name,domain\na_row,a-row.test\nRow B,row-b.test\n";
    Answer report = admin.send("POST", TENANTS + ".csv", "text/csv", csv).expect(200);
    assertThat(report.json().get("added").asInt()).isEqualTo(1);
    assertThat(report.json().get("left").asInt()).isEqualTo(1);
    admin
        .send("POST", TENANTS + ".csv", "text/csv", "a".repeat(300_000))
        .expectProblem(413, "too-large", "bytes");
  }

  private static List<String> names(Answer page) {
    return page.items().stream().map(item -> item.get("name").asString()).toList();
  }
}
