package workshop.requirements;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;

/** A group with the requirements that are in it. */
public record GroupBoard(
    long id,
    String name,
    @JsonPropertyDescription("The first hundred, by key.") List<Card> requirements) {

  /** How many requirements of one group a board shows. */
  public static final int MAX_CARDS = 100;

  /** A requirement on the board. */
  public record Card(String key, String title, Status status) {}
}
