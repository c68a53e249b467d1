package shareddb.cli.command.learn;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shareddb.base.names.NearestName;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.JsonOption;
import shareddb.learn.exercise.ExerciseId;

/** The command {@code ./db learn [WHAT] [EXERCISE]}. */
@CommandLine.Command(
    footer = {
      "",
      "WHAT is one of these; without it, the files of the exercise are checked at every save:",
      "  check EXERCISE      check it once; exit code 3 while something is missing",
      "  list                all exercises, and which are passed",
      "  start EXERCISE      the task, and the folder with your files",
      "  hint EXERCISE       one hint more each time",
      "  solution EXERCISE   the solution, once it is passed",
      "  reset EXERCISE      begin it again; your files are kept in a folder beside it",
      "  export FILE         write your progress to a file; - is standard output",
      "  import FILE         take over progress that was exported",
      "  prove [EXERCISE…]   for authors: starts fail, goals pass, wrong answers are told apart",
      "EXERCISE is written as 00.3; for prove, 00 means all exercises of the module."
    })
public final class LearnCommand implements Command {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "WHAT",
      description = "what to do, or the exercise to work on")
  private @Nullable String what;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "EXERCISE",
      description = "an exercise, such as 00.3")
  private List<String> arguments = List.of();

  @Option(
      names = "--learner",
      paramLabel = "ID",
      description = "who learns, if not the user of this machine: names and numbers vary with it")
  private @Nullable String learner;

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    Optional<LearnVerb> verb = Optional.ofNullable(what).flatMap(LearnVerb::named);
    Optional<String> id = Optional.ofNullable(learner);
    if (verb.equals(Optional.of(LearnVerb.PROVE))) {
      return new LearnProve(LearnSession.ofProof(context, id, arguments), json).run(arguments);
    }
    LearnSession session = LearnSession.of(context, id);
    if (verb.isEmpty()) {
      return LearnWatch.run(session, Optional.ofNullable(what).map(session::exercise));
    }
    return switch (verb.get()) {
      case CHECK -> new LearnCheck(session, json).run(session.exercise(argument("check")));
      case LIST -> new LearnList(session, json).run();
      case START -> new LearnPages(session).start(session.exercise(argument("start")));
      case HINT -> new LearnPages(session).hint(session.exercise(argument("hint")));
      case SOLUTION -> new LearnPages(session).solution(session.exercise(argument("solution")));
      case RESET -> new LearnPages(session).reset(session.exercise(argument("reset")));
      case EXPORT -> new LearnTransfer(session).export(argument("export"));
      case IMPORT -> new LearnTransfer(session).take(argument("import"));
      case PROVE -> throw new IllegalStateException("was run above");
    };
  }

  private String argument(String verb) {
    if (arguments.size() != 1) {
      boolean file = verb.equals("export") || verb.equals("import");
      throw CommandFailure.usage(
          "./db learn %s takes one %s".formatted(verb, file ? "file" : "exercise"),
          "./db learn " + verb + (file ? " progress.json" : " 00.1"));
    }
    return arguments.getFirst();
  }

  /** What follows {@code ./db learn}. */
  private enum LearnVerb {
    CHECK,
    LIST,
    START,
    HINT,
    SOLUTION,
    RESET,
    EXPORT,
    IMPORT,
    PROVE;

    /** Empty if the word is an exercise. */
    static Optional<LearnVerb> named(String word) {
      for (LearnVerb verb : values()) {
        if (verb.typed().equals(word)) {
          return Optional.of(verb);
        }
      }
      if (ExerciseId.parse(word).isPresent()) {
        return Optional.empty();
      }
      List<String> known = Arrays.stream(values()).map(LearnVerb::typed).toList();
      throw CommandFailure.usage(
          "./db learn has no \"" + word + "\", and an exercise is written as 00.3",
          NearestName.to(word, known)
              .map(nearest -> "./db learn " + nearest + "     (or ./db learn --help, for all)")
              .orElse("./db learn --help     tells what there is"));
    }

    private String typed() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
