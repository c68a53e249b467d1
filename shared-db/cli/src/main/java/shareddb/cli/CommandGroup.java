package shareddb.cli;

import java.util.List;
import java.util.Optional;
import shareddb.base.names.NearestName;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.CommandName;
import shareddb.cli.output.Terminal;
import shareddb.cli.output.TextTable;

/**
 * Commands that are typed behind one common word, such as {@code ./db tenants list}.
 *
 * @param title the first line of the group's page
 * @param note the line below its commands
 */
record CommandGroup(Commands word, List<CommandName> commands, String title, String note) {

  private static final List<String> HELP = List.of("help", "--help", "-h");

  /** The group behind a word, if there is one. The JVM loads only the commands of this group. */
  static Optional<CommandGroup> of(Commands word) {
    return switch (word) {
      case TENANTS ->
          Optional.of(
              new CommandGroup(
                  word,
                  List.of(TenantCommands.values()),
                  "The tenants of a module, each in a schema of its own.",
                  "--module MODULE says whose, where several modules have tenants."));
      case CLASS ->
          Optional.of(
              new CommandGroup(
                  word,
                  List.of(ClassCommands.values()),
                  "A class: learners with roles and schemas of their own on this server.",
                  "Learners put their key file into .env, and type make learn."));
      default -> Optional.empty();
    };
  }

  /** Returns whether the arguments name no command of the group. */
  static boolean isMeantAlone(List<String> arguments) {
    return arguments.isEmpty() || HELP.contains(arguments.getFirst());
  }

  CommandName named(String typed) {
    return commands.stream()
        .filter(command -> command.word().equals(typed))
        .findFirst()
        .orElseThrow(() -> unknown(typed));
  }

  void print(Terminal terminal) {
    terminal.print(title);
    terminal.print("");
    TextTable table = new TextTable();
    for (CommandName command : commands) {
      table.row(
          "  ./db " + (command.typed() + " " + command.arguments()).strip(), command.summary());
    }
    terminal.print(table);
    terminal.print("");
    terminal.print(note);
    terminal.print("./db " + word.typed() + " COMMAND --help tells the rest.");
  }

  private CommandFailure unknown(String typed) {
    List<String> known = commands.stream().map(CommandName::word).toList();
    String group = "./db " + word.typed();
    return CommandFailure.usage(
        group + " has no command \"" + typed + "\"",
        NearestName.to(typed, known)
            .map(nearest -> group + " " + nearest + "     (or " + group + " alone, for all)")
            .orElse(group + "     prints all there are"));
  }
}
