package shareddb.cli.command.classroom;

import java.sql.SQLException;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import shareddb.base.names.LearnerName;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.output.Terminal;
import shareddb.learn.classroom.ClassDatabase;
import shareddb.learn.classroom.LearnerKeyFiles;
import shareddb.learn.classroom.Learners;

/** The command {@code ./db class rotate-key NAME}. */
@CommandLine.Command
public final class ClassRotateKeyCommand implements Command {

  @Parameters(index = "0", paramLabel = "NAME", description = "the learner's name")
  private String name = "";

  @Mixin private final HostOption host = new HostOption();

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    ClassDatabase database = ClassOption.in(context);
    LearnerName learner = ClassOption.learner(name, database);
    LearnerKeyFiles keys = host.keys(database, context);
    if (new Learners(database).renewKey(learner, keys).isEmpty()) {
      throw CommandFailure.failed(
          "learner " + learner + " has no role on this server: their progress was imported",
          "./db class add-batch roster.csv     gives a role to each name in it");
    }
    Terminal terminal = context.terminal();
    terminal.print(
        "%s learner %s has a new key; the old one does not count any more"
            .formatted(terminal.tick(), learner));
    terminal.print("  " + context.shown(keys.of(learner)));
    host.warn(keys, terminal);
    return ExitCode.DONE;
  }
}
