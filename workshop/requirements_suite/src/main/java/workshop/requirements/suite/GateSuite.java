package workshop.requirements.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shareddb.webtesting.Answer;
import shareddb.webtesting.Case;

/** While all of a project moves elsewhere, who writes is told to come back, and who reads reads. */
public abstract class GateSuite {

  private final Stage stage;

  protected GateSuite(Stage stage) {
    this.stage = stage;
  }

  @Test
  void atAShutGateEveryWriteIsToldToComeBackAndEveryReadIsAnswered() throws Exception {
    Place place = stage.newPlace();
    List<Case> good = good(place);
    String keys = place.keys("").toString();

    try (AutoCloseable shut = stage.shutGate(place)) {
      assertThat(shut).isNotNull();
      good.forEach(GateSuite::expectToComeBack);
      place.stranger().delete("/groups/1").expect(404);
    }

    assertThat(place.keys("")).hasToString(keys);
    good.forEach(
        one -> assertThat(one.send().status()).as(one.operation()).isEqualTo(one.status()));
  }

  @Test
  void anotherPlacesGateIsItsOwn() throws Exception {
    Place place = stage.newPlace();
    Place other = stage.newPlace();

    try (AutoCloseable shut = stage.shutGate(place)) {
      assertThat(shut).isNotNull();
      other.add("written");
    }
  }

  private static void expectToComeBack(Case one) {
    Answer answer = one.send();
    if (one.operation().startsWith("GET ")) {
      assertThat(answer.status()).as(one + answer.body()).isEqualTo(200);
    } else {
      answer.expectProblem(503, "not-ready", "moving");
      assertThat(answer.header("Retry-After")).as(one.operation()).isEqualTo("1");
    }
  }

  /** All that is done in a project, by those who may. */
  private List<Case> good(Place place) {
    return Stream.concat(
            SharedCases.good(stage.prefix(), place).stream(),
            stage.casesOfItsOwn(place).stream()
                .filter(one -> !stage.prefix().isEmpty() && one.status() < 300)
                .filter(one -> one.operation().endsWith(stage.prefix())))
        .toList();
  }
}
