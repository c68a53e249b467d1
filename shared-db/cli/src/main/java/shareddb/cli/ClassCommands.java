package shareddb.cli;

import java.util.Locale;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandName;
import shareddb.cli.command.classroom.ClassAddBatchCommand;
import shareddb.cli.command.classroom.ClassBoardCommand;
import shareddb.cli.command.classroom.ClassExportCommand;
import shareddb.cli.command.classroom.ClassImportCommand;
import shareddb.cli.command.classroom.ClassRemoveCommand;
import shareddb.cli.command.classroom.ClassResetCommand;
import shareddb.cli.command.classroom.ClassRotateKeyCommand;
import shareddb.cli.command.classroom.ClassStatusCommand;

/** The commands behind {@code ./db class}, in the order of the help. */
enum ClassCommands implements CommandName {
  ADD_BATCH("ROSTER.csv", "learners from lines of name,email: roles, and a key file for each"),
  STATUS("", "learners by exercises: passed, tries, last seen"),
  BOARD("", "the same as a live page for the projector"),
  ROTATE_KEY("NAME", "a new key file; the old key stops counting at once"),
  RESET("NAME", "drop the learner's schemas and forget their progress"),
  REMOVE("NAME", "the same, and their roles"),
  EXPORT("", "one entry for each check: what, passed, cause, help"),
  IMPORT("FOLDER", "the exports of learners who work without this server");

  private final String arguments;
  private final String summary;

  ClassCommands(String arguments, String summary) {
    this.arguments = arguments;
    this.summary = summary;
  }

  @Override
  public String typed() {
    return Commands.CLASS.typed() + " " + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String arguments() {
    return arguments;
  }

  @Override
  public String summary() {
    return summary;
  }

  @Override
  public Command make() {
    return switch (this) {
      case ADD_BATCH -> new ClassAddBatchCommand();
      case STATUS -> new ClassStatusCommand();
      case BOARD -> new ClassBoardCommand();
      case ROTATE_KEY -> new ClassRotateKeyCommand();
      case RESET -> new ClassResetCommand();
      case REMOVE -> new ClassRemoveCommand();
      case EXPORT -> new ClassExportCommand();
      case IMPORT -> new ClassImportCommand();
    };
  }
}
