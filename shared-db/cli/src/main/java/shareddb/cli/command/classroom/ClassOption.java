package shareddb.cli.command.classroom;

import java.sql.SQLException;
import java.util.List;
import shareddb.base.names.InvalidName;
import shareddb.base.names.LearnerName;
import shareddb.base.names.NearestName;
import shareddb.base.settings.Login;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.learn.classroom.ClassDatabase;
import shareddb.learn.classroom.Learners;

/** Finds the class of the settings' server, and a learner in it by the name that was typed. */
final class ClassOption {

  private ClassOption() {}

  static ClassDatabase in(CommandContext context) throws SQLException {
    Login admin = context.settings().admin();
    return ClassDatabase.find(admin)
        .orElseThrow(
            () ->
                CommandFailure.failed(
                    "there is no class on the server at %s: it has no database %s"
                        .formatted(admin.address(), ClassDatabase.name(admin)),
                    "./db class add-batch roster.csv     makes it"));
  }

  static LearnerName learner(String typed, ClassDatabase database) throws SQLException {
    List<String> names = new Learners(database).names();
    if (!names.contains(typed)) {
      throw CommandFailure.failed(
          "the class has no learner \"" + typed + "\"; it has " + names.size(),
          NearestName.to(typed, names)
              .map(nearest -> "did you mean  " + nearest + "  ?")
              .orElse("./db class status     lists them"));
    }
    try {
      return new LearnerName(typed);
    } catch (InvalidName e) {
      throw CommandFailure.failed(String.valueOf(e.getMessage()), "./db class status");
    }
  }

  /** The name as it is typed in a shell. */
  static String typed(LearnerName learner) {
    String name = learner.value();
    return name.matches("[\\p{L}\\p{N}_.-]+") ? name : "'" + name.replace("'", "'\\''") + "'";
  }
}
