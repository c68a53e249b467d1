package shareddb.learn.trial;

import java.sql.Connection;
import java.sql.SQLException;
import shareddb.base.track.Target;
import shareddb.learn.exercise.Exercise;

/**
 * A copy of an exercise's start, with the first rows, in a schema that is dropped afterwards.
 *
 * @param copy the schema at the version of the start
 */
record ScratchCopy(SchemaCopy copy) implements AutoCloseable {

  static ScratchCopy of(Trial trial) throws SQLException {
    Exercise exercise = trial.exercise();
    LearnServer server = trial.server();
    ScratchCopy scratch =
        new ScratchCopy(
            new SchemaCopy(
                exercise,
                trial.copies().getFirst().name(),
                true,
                new Target(
                    server.login(), server.names().goal(exercise.id()), server.names().api()),
                server.names().before(exercise.id(), "goal")));
    trial.startState().build(scratch.copy());
    return scratch;
  }

  @Override
  public void close() throws SQLException {
    try (Connection connection = copy.connect()) {
      StartState.drop(connection, copy.target().schema());
      StartState.drop(connection, copy.before());
    }
  }
}
