package shareddb.cli.command.classroom;

import java.sql.SQLException;
import shareddb.base.names.LearnerName;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.JsonOption;
import shareddb.cli.output.CountText;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.Terminal;
import shareddb.learn.classroom.LearnerRemoval;
import shareddb.learn.classroom.LearnerSnapshot;

/** Says what a learner has, before it is dropped and after. */
record PossessionsText(LearnerRemoval.Possessions possessions) {

  static PossessionsText of(LearnerRemoval removal, LearnerName learner) throws SQLException {
    return new PossessionsText(
        removal.possessions(learner).orElse(new LearnerRemoval.Possessions(0, 0, 0, 0)));
  }

  ExitCode tell(
      String done,
      LearnerName learner,
      LearnerSnapshot kept,
      JsonOption json,
      CommandContext context) {
    Terminal terminal = context.terminal();
    String folder = context.shown(kept.folder());
    return json.tell(
        terminal,
        () ->
            new JsonObject()
                .put("learner", learner.value())
                .put("schemas", possessions.schemas())
                .put("tables", possessions.tables())
                .put("exercises", possessions.exercises())
                .put("kept", folder)
                .putTexts("not_kept", kept.notKept()),
        () -> {
          terminal.print(terminal.tick() + " " + done);
          terminal.print("  dropped: " + this);
          if (kept.tables() == 0 && possessions.exercises() == 0) {
            return;
          }
          terminal.print(
              "kept what was there: %s of %s, and the progress, in %s"
                  .formatted(
                      CountText.of(kept.rows(), "row"),
                      CountText.of(kept.tables(), "table"),
                      folder));
          kept.notKept().forEach(table -> terminal.print("  not kept: " + table));
          if (possessions.exercises() > 0) {
            terminal.print("to get the progress back:  ./db class import " + folder);
          }
        });
  }

  @Override
  public String toString() {
    return "%s with %s (%s) and the progress in %s"
        .formatted(
            CountText.of(possessions.schemas(), "schema"),
            CountText.of(possessions.tables(), "table"),
            CountText.bytes(possessions.bytes()),
            CountText.of(possessions.exercises(), "exercise"));
  }
}
