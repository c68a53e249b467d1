package shareddb.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandName;
import shareddb.cli.command.doctor.DoctorCommand;
import shareddb.cli.command.learn.LearnCommand;
import shareddb.cli.command.learn.LessonCommand;
import shareddb.cli.command.project.NewCommand;
import shareddb.cli.command.proof.DiagramCommand;
import shareddb.cli.command.proof.DriftCommand;
import shareddb.cli.command.proof.LintCommand;
import shareddb.cli.command.proof.VerifyCommand;
import shareddb.cli.command.relocate.MoveCommand;
import shareddb.cli.command.rollout.RolloutCommand;
import shareddb.cli.command.rows.RestoreCommand;
import shareddb.cli.command.rows.SnapshotCommand;
import shareddb.cli.command.rows.SnapshotsCommand;
import shareddb.cli.command.rows.SqlCommand;
import shareddb.cli.command.schema.BaselineCommand;
import shareddb.cli.command.schema.CurrentCommand;
import shareddb.cli.command.schema.DowngradeCommand;
import shareddb.cli.command.schema.HistoryCommand;
import shareddb.cli.command.schema.JournalCommand;
import shareddb.cli.command.schema.RepairCommand;
import shareddb.cli.command.schema.ResetCommand;
import shareddb.cli.command.schema.RevisionCommand;
import shareddb.cli.command.schema.SquashCommand;
import shareddb.cli.command.schema.UpgradeCommand;
import shareddb.cli.command.server.EnvCommand;
import shareddb.cli.command.server.RotateSecretCommand;
import shareddb.cli.command.server.StartCommand;
import shareddb.cli.command.server.StatusCommand;
import shareddb.cli.command.server.StopCommand;

/**
 * The commands of {@code ./db}, in the order of the help. The JVM loads only the class of the
 * command that was typed.
 */
enum Commands implements CommandName {
  START(Group.SERVER, "", "start the shared Postgres, if it does not run"),
  STATUS(Group.SERVER, "", "which server it is, where, and every track in it"),
  STOP(Group.SERVER, "", "stop it; the data stays"),
  ENV(Group.SERVER, "TRACK", "how its API connects, as lines for a shell"),
  ROTATE_SECRET(Group.SERVER, "", "new passwords for all roles of the APIs"),
  NEW(Group.PROJECT, "NN_NAME", "a complete module: migrations, API, tests, in the build"),
  UPGRADE(Group.SCHEMA, "TRACK", "apply the migrations that are pending"),
  DOWNGRADE(Group.SCHEMA, "TRACK", "undo the newest, or several"),
  CURRENT(Group.SCHEMA, "TRACK", "which version the schema is at"),
  HISTORY(Group.SCHEMA, "TRACK", "what was applied when, by whom"),
  JOURNAL(Group.SCHEMA, "[TRACK]", "what this tool changed when, for whom, how it ended"),
  ROLLOUT(Group.SCHEMA, "TRACK", "a change in phases, while two versions of the API run"),
  BASELINE(Group.SCHEMA, "TRACK", "take over a schema that has no history"),
  REPAIR(Group.SCHEMA, "TRACK", "make the history fit the files, as Flyway's repair does"),
  RESET(Group.SCHEMA, "TRACK", "drop the schema and build it anew; its rows are kept"),
  REVISION(Group.SCHEMA, "TRACK", "write the next migration and its undo, to fill in"),
  SQUASH(Group.SCHEMA, "TRACK --to", "one base script for new targets in place of many migrations"),
  SQL(Group.ROWS, "TRACK [SQL]", "a prompt for SQL in the schema, or one statement"),
  SNAPSHOT(Group.ROWS, "TRACK", "keep all rows of the schema, as they are now"),
  SNAPSHOTS(Group.ROWS, "[TRACK]", "what was kept, by you and before each reset"),
  RESTORE(Group.ROWS, "TRACK [NAME]", "bring back what was kept"),
  TENANTS(Group.TENANTS, "COMMAND", "each in a schema of its own: add, list, upgrade, remove"),
  MOVE(Group.TENANTS, "--from --to", "from one pattern to another, while it is used"),
  LINT(Group.PROOF, "[TRACK]", "dangerous SQL, found before it is applied"),
  DRIFT(Group.PROOF, "TRACK", "is the schema what its migrations make?"),
  DIAGRAM(Group.PROOF, "TRACK", "a picture of the schema, of what is pending, or of drift"),
  VERIFY(Group.PROOF, "[TRACK]", "the checklist: is all as it should be?"),
  LESSON(Group.LEARN, "MODULE", "which sections of a lesson are done; --at 4 goes to one"),
  LEARN(Group.LEARN, "[EXERCISE]", "exercises: work on your own files, checked at every save"),
  CLASS(Group.LEARN, "COMMAND", "learners on one shared server: add, watch, reset, export"),
  DOCTOR(Group.TOOL, "", "what is wrong here, what is left over, and the command for each"),
  COMPLETION(Group.TOOL, "bash|zsh", "a script for your shell, which then completes all this");

  private final Group group;
  private final String arguments;
  private final String summary;

  Commands(Group group, String arguments, String summary) {
    this.group = group;
    this.arguments = arguments;
    this.summary = summary;
  }

  @Override
  public String typed() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String arguments() {
    return arguments;
  }

  @Override
  public String summary() {
    return summary;
  }

  Group group() {
    return group;
  }

  @Override
  public Command make() {
    return switch (this) {
      case START -> new StartCommand();
      case STATUS -> new StatusCommand();
      case STOP -> new StopCommand();
      case ENV -> new EnvCommand();
      case ROTATE_SECRET -> new RotateSecretCommand();
      case NEW -> new NewCommand();
      case UPGRADE -> new UpgradeCommand();
      case DOWNGRADE -> new DowngradeCommand();
      case CURRENT -> new CurrentCommand();
      case HISTORY -> new HistoryCommand();
      case JOURNAL -> new JournalCommand();
      case ROLLOUT -> new RolloutCommand();
      case BASELINE -> new BaselineCommand();
      case REPAIR -> new RepairCommand();
      case RESET -> new ResetCommand();
      case REVISION -> new RevisionCommand();
      case SQUASH -> new SquashCommand();
      case SQL -> new SqlCommand();
      case SNAPSHOT -> new SnapshotCommand();
      case SNAPSHOTS -> new SnapshotsCommand();
      case RESTORE -> new RestoreCommand();
      case TENANTS, CLASS -> new GroupCommand(this);
      case MOVE -> new MoveCommand();
      case LINT -> new LintCommand();
      case DRIFT -> new DriftCommand();
      case DIAGRAM -> new DiagramCommand();
      case VERIFY -> new VerifyCommand();
      case LESSON -> new LessonCommand();
      case LEARN -> new LearnCommand();
      case DOCTOR -> new DoctorCommand();
      case COMPLETION -> new CompletionCommand();
    };
  }

  static Optional<Commands> named(String typed) {
    return Arrays.stream(values()).filter(command -> command.typed().equals(typed)).findFirst();
  }

  /** A heading of the help, and the commands below it. */
  enum Group {
    SERVER("The server"),
    PROJECT("A new project"),
    SCHEMA("A project's schema"),
    ROWS("Its rows"),
    TENANTS("Many tenants"),
    PROOF("Proof"),
    LEARN("To learn"),
    TOOL("The tool itself");

    private final String title;

    Group(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }
}
