package shareddb.learn.exercise;

import shareddb.base.names.RoleName;
import shareddb.base.names.SchemaName;

/**
 * The names on the server that belong to a learner. All begin with the same prefix.
 *
 * @param prefix {@code learn}, or on the server of a class the learner's role
 * @param api the role that stands for the API in all schemas of the learner
 */
public record LearnNames(String prefix, RoleName api) {

  /** The prefix on a server of one's own. */
  public static final String OWN_SERVER = "learn";

  public static LearnNames of(String prefix) {
    return new LearnNames(prefix, new RoleName(prefix + "_api"));
  }

  /**
   * The schema of one copy of an exercise.
   *
   * @param copy {@code 1} for the first seed, or a target's name
   */
  public SchemaName schema(ExerciseId id, String copy) {
    return new SchemaName(prefix + "_" + id + (copy.equals("1") ? "" : "_" + copy));
  }

  /** The schema with the rows that the copy began with. */
  public SchemaName before(ExerciseId id, String copy) {
    return new SchemaName(schema(id, copy) + "_before");
  }

  /** The temporary schema in which a right answer is applied. */
  public SchemaName goal(ExerciseId id) {
    return schema(id, "goal");
  }

  /** The names for a proof, which leaves the learner's own schemas alone. */
  public LearnNames ofProof() {
    return new LearnNames(prefix + "_prove", api);
  }
}
