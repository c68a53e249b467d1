package shareddb.cli.command.learn;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import shareddb.base.settings.ServerChoice;
import shareddb.base.settings.Settings;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.output.Terminal;
import shareddb.cli.result.ServerText;
import shareddb.learn.classroom.DatabaseProgress;
import shareddb.learn.exercise.Exercise;
import shareddb.learn.exercise.ExerciseId;
import shareddb.learn.exercise.Exercises;
import shareddb.learn.exercise.WorkFolder;
import shareddb.learn.progress.Progress;
import shareddb.learn.progress.ProgressFile;
import shareddb.learn.progress.ProgressStore;
import shareddb.learn.progress.UnreadableProgress;
import shareddb.learn.trial.LearnServer;
import shareddb.postgres.WorkshopServer;
import shareddb.postgres.server.ServerProblem;
import shareddb.postgres.server.StartResult;

/**
 * A learner at work: the exercises with the learner's names and numbers, and the progress.
 *
 * @param learner the learner's id
 */
record LearnSession(
    CommandContext context, String learner, Exercises exercises, ProgressStore store) {

  /**
   * Reads the exercises and finds the progress.
   *
   * @param named the learner from the command line
   */
  static LearnSession of(CommandContext context, Optional<String> named) throws SQLException {
    Optional<DatabaseProgress> ofClass = ofClass(context.settings());
    return ofClass.isPresent() ? inClass(context, named, ofClass.get()) : alone(context, named);
  }

  /** Only settings of a server that the tool does not start can lead to that of a class. */
  private static Optional<DatabaseProgress> ofClass(Settings settings) throws SQLException {
    return settings.choice() == ServerChoice.EXTERNAL
        ? DatabaseProgress.of(settings.admin())
        : Optional.empty();
  }

  /** On the server of a class the role says who learns, and the instructor sees the progress. */
  private static LearnSession inClass(
      CommandContext context, Optional<String> named, DatabaseProgress store) {
    String learner = store.learner().value();
    if (named.isPresent() && !named.get().equals(learner)) {
      throw CommandFailure.usage(
          "the key of these settings is that of %s, not of %s".formatted(learner, named.get()),
          "type the same command without --learner");
    }
    return new LearnSession(context, learner, Exercises.of(context.workshop(), learner), store);
  }

  private static LearnSession alone(CommandContext context, Optional<String> named) {
    ProgressFile file = ProgressFile.in(context.root());
    Optional<String> known = known(file).map(Progress::learner);
    if (known.isPresent() && named.isPresent() && !known.equals(named)) {
      throw CommandFailure.usage(
          "the progress here is that of %s, not of %s".formatted(known.get(), named.get()),
          "mv localdev/learn localdev/learn-" + known.get() + "     then the same command again");
    }
    String learner = named.or(() -> known).orElseGet(() -> byDefault(context));
    return new LearnSession(context, learner, Exercises.of(context.workshop(), learner), file);
  }

  /**
   * Reads exercises to prove them: for any learner, and only those that were typed, if any.
   *
   * @param typed exercises and modules
   */
  static LearnSession ofProof(CommandContext context, Optional<String> named, List<String> typed) {
    String learner = named.orElseGet(() -> byDefault(context));
    Exercises exercises =
        Exercises.of(
            context.workshop(),
            learner,
            id -> typed.isEmpty() || typed.stream().anyMatch(id::isMeantBy));
    return new LearnSession(context, learner, exercises, ProgressFile.in(context.root()));
  }

  private static String byDefault(CommandContext context) {
    String named = context.environment().getOrDefault("WORKSHOP_LEARNER", "");
    return named.isEmpty() ? System.getProperty("user.name") : named;
  }

  private static Optional<Progress> known(ProgressFile file) {
    try {
      return file.read();
    } catch (UnreadableProgress e) {
      throw CommandFailure.failed(
          String.valueOf(e.getMessage()),
          "mv '%s' '%s.old'     then the same command again".formatted(e.file(), e.file()));
    }
  }

  Terminal terminal() {
    return context.terminal();
  }

  Progress progress() throws SQLException {
    return store.read().orElseGet(() -> Progress.none(learner));
  }

  void save(Progress progress) throws SQLException {
    store.write(progress);
  }

  /** The exercise that was typed. */
  Exercise exercise(String typed) {
    return ExerciseId.parse(typed)
        .flatMap(exercises::find)
        .orElseThrow(
            () ->
                CommandFailure.usage(
                    "there is no exercise \"" + typed + "\"",
                    "./db learn list     prints all there are"));
  }

  /** The first exercise that is not passed yet. */
  Optional<Exercise> firstOpen() throws SQLException {
    Progress progress = progress();
    return exercises.all().stream()
        .filter(exercise -> !progress.hasPassed(exercise.id().toString()))
        .findFirst();
  }

  WorkFolder work(Exercise exercise) {
    return WorkFolder.of(context.root(), exercise.id());
  }

  /** The folder of what is built once. */
  Path cache() {
    return context.root().resolve("localdev").resolve("learn").resolve("cache");
  }

  /** The server, which is started if it does not run. */
  LearnServer server() throws SQLException {
    Settings settings = context.settings();
    WorkshopServer server = WorkshopServer.of(settings);
    if (!server.status().running()) {
      StartResult result = server.start(line -> terminal().note(line + " ..."));
      if (result instanceof StartResult.Refused(ServerProblem problem)) {
        throw ServerText.failure(problem);
      }
    }
    return LearnServer.of(settings.admin());
  }
}
