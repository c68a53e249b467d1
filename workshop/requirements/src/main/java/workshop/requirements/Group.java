package workshop.requirements;

import java.time.Instant;

/** A part of a project, by which requirements are sorted; its name is unique in the project. */
public record Group(long id, String name, Instant createdAt) {

  public static final int MAX_NAME = 100;
}
