package workshop.requirementssharedschema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.webtesting.Answer;
import shareddb.webtesting.ApiClient;
import shareddb.webtesting.ServedModule;
import workshop.requirements.suite.Place;
import workshop.requirements.suite.Statements;

/** A person can be in many projects: their imports run one at a time through all of them. */
class ImportsOfAPersonTest {

  private static final SharedSchemaStage STAGE = new SharedSchemaStage();

  @RegisterExtension static final ServedModule module = STAGE.module();

  @Test
  void onePersonImportsIntoOneProjectAtATime() throws Exception {
    Place one = STAGE.newPlace();
    Place other = STAGE.newPlace();
    for (Place place : List.of(one, other)) {
      Map<String, String> ada = Map.of("email", "ada@example.org", "role", "editor");
      place.owner().post("/members", ada).expect(201);
    }

    try (Connection held = STAGE.holdWriters(one)) {
      CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> send(ada(one)));
      Statements.awaitWaiter(held);

      send(ada(other)).expectProblem(503, "overloaded", "1 at a time");
      send(other.editor()).expect(200);
      assertThat(first).isNotDone();
      held.rollback();
      first.get(20, TimeUnit.SECONDS).expect(200);
    }
    send(ada(other)).expect(200);
  }

  private static ApiClient ada(Place place) {
    return place.editor().with("X-User", "ada@example.org");
  }

  private static Answer send(ApiClient client) {
    return client.send("POST", "/requirements.csv", "text/csv", "title\na\n");
  }
}
