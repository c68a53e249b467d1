package shareddb.cli.command.classroom;

import java.sql.SQLException;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import shareddb.base.names.LearnerName;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.JsonOption;
import shareddb.cli.option.YesOption;
import shareddb.learn.classroom.ClassDatabase;
import shareddb.learn.classroom.LearnerRemoval;
import shareddb.learn.classroom.LearnerSnapshot;

/** The command {@code ./db class reset NAME}. */
@CommandLine.Command
public final class ClassResetCommand implements Command {

  @Parameters(index = "0", paramLabel = "NAME", description = "the learner's name")
  private String name = "";

  @Mixin private final YesOption yes = new YesOption();

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    ClassDatabase database = ClassOption.in(context);
    LearnerName learner = ClassOption.learner(name, database);
    LearnerRemoval removal = new LearnerRemoval(database, LearnerSnapshot.in(context.root()));
    PossessionsText what = PossessionsText.of(removal, learner);
    String effect = "reset drops " + what + " of learner " + learner + ", and keeps their key";
    if (!yes.confirms(
        effect,
        "Drop " + what + " of " + learner + "?",
        "./db class reset " + ClassOption.typed(learner),
        context)) {
      return YesOption.refused(context.terminal(), json);
    }
    LearnerSnapshot kept = removal.reset(learner);
    return what.tell("learner " + learner + " begins anew", learner, kept, json, context);
  }
}
