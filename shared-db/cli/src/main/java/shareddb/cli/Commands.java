package shareddb.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The commands there are, in the order of the help. Only the one that is typed is loaded. */
enum Commands {
  START(Group.SERVER, "", "start the shared Postgres, if it does not run", StartCommand::new),
  STATUS(Group.SERVER, "", "which server it is, where, and every module in it", StatusCommand::new),
  STOP(Group.SERVER, "", "stop it; the data stays", StopCommand::new),
  UPGRADE(Group.SCHEMA, "TRACK", "apply the migrations that are pending", UpgradeCommand::new),
  DOWNGRADE(Group.SCHEMA, "TRACK", "undo the newest, or several", DowngradeCommand::new),
  CURRENT(Group.SCHEMA, "TRACK", "which version the schema is at", CurrentCommand::new),
  HISTORY(Group.SCHEMA, "TRACK", "what was applied when, by whom", HistoryCommand::new),
  RESET(Group.SCHEMA, "TRACK", "drop the schema and build it anew", ResetCommand::new),
  VERIFY(Group.PROOF, "[TRACK]", "the checklist: is all as it should be?", VerifyCommand::new);

  private final Group group;
  private final String arguments;
  private final String summary;
  private final Supplier<Command> make;

  Commands(Group group, String arguments, String summary, Supplier<Command> make) {
    this.group = group;
    this.arguments = arguments;
    this.summary = summary;
    this.make = make;
  }

  /** As it is typed. */
  String typed() {
    return name().toLowerCase(Locale.ROOT);
  }

  String arguments() {
    return arguments;
  }

  String summary() {
    return summary;
  }

  Group group() {
    return group;
  }

  Command make() {
    return make.get();
  }

  static Optional<Commands> named(String typed) {
    return Arrays.stream(values()).filter(command -> command.typed().equals(typed)).findFirst();
  }

  /** What the help puts together. */
  enum Group {
    SERVER("The server"),
    SCHEMA("A project's schema"),
    PROOF("Proof");

    private final String title;

    Group(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }
}
