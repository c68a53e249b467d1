package shareddb.cli.command.classroom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
import shareddb.learn.classroom.LearnerKeyFiles;
import shareddb.learn.classroom.LearnerRemoval;
import shareddb.learn.classroom.LearnerSnapshot;

/** The command {@code ./db class remove NAME}. */
@CommandLine.Command
public final class ClassRemoveCommand implements Command {

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
    String effect = "remove drops " + what + " of learner " + learner + ", and their roles";
    if (!yes.confirms(
        effect,
        "Drop " + what + " of " + learner + ", and their roles?",
        "./db class remove " + ClassOption.typed(learner),
        context)) {
      return YesOption.refused(context.terminal(), json);
    }
    LearnerSnapshot kept = removal.remove(learner);
    deleteKey(new LearnerKeyFiles(LearnerKeyFiles.in(context.root()), database.admin()), learner);
    return what.tell(
        "learner " + learner + " is removed, with roles and key", learner, kept, json, context);
  }

  private static void deleteKey(LearnerKeyFiles keys, LearnerName learner) {
    try {
      Files.deleteIfExists(keys.of(learner));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + keys.of(learner), e);
    }
  }
}
