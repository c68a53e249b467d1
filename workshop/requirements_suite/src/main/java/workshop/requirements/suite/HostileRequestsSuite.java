package workshop.requirements.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shareddb.testing.RandomSeed;
import shareddb.webtesting.ApiAttack;

/** Thousands of hostile requests: no failure of the server, and no answer beside its document. */
public abstract class HostileRequestsSuite {

  private final Stage stage;

  protected HostileRequestsSuite(Stage stage) {
    this.stage = stage;
  }

  @Test
  void everyBlankTypeAndExtremeInEveryField() {
    ApiAttack attack = attack().everyField();

    assertThat(attack.faults()).isEmpty();
    assertThat(attack.sent()).isGreaterThan(1_000);
  }

  @Test
  @Tag("long")
  void randomRequests() {
    Random random = RandomSeed.random(getClass());

    assertThat(attack().random(random, 3_000).faults()).isEmpty();
  }

  private ApiAttack attack() {
    Place place = stage.newPlace();
    Map<String, String> values = new HashMap<>(stage.pathValues(place));
    values.put("key", place.add("target"));
    values.put("group_id", String.valueOf(place.addGroup("target")));
    values.put("member_id", member(place, "viewer"));
    return new ApiAttack(stage.attacker(place), values);
  }

  private static String member(Place place, String role) {
    return place.owner().get("/members").items().stream()
        .filter(member -> member.get("role").asString().equals(role))
        .map(member -> member.get("id").asString())
        .findFirst()
        .orElseThrow();
  }
}
