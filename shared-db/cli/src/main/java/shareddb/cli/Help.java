package shareddb.cli;

import java.util.Arrays;
import java.util.List;
import shareddb.cli.output.Terminal;
import shareddb.cli.output.TextTable;

/** The output of {@code ./db} alone: one line for each command, grouped by subject. */
final class Help {

  private static final List<String> ASKED = List.of("help", "--help", "-h");

  private Help() {}

  static boolean isAskedFor(List<String> arguments) {
    return ASKED.contains(arguments.getFirst());
  }

  static void print(Terminal terminal) {
    terminal.print("One tool for every schema of the workshop.");
    TextTable all = table();
    List<String> lines = all.lines();
    int next = 0;
    for (Commands.Group group : Commands.Group.values()) {
      terminal.print("");
      terminal.print(terminal.strong(group.title()));
      for (int i = 0; i < in(group).size(); i++) {
        terminal.print(lines.get(next++));
      }
    }
    terminal.print("");
    terminal.print("TRACK is a module's folder, or any beginning of it that no other has: 00");
    terminal.print(
        "A module with tenants has several: 03/shared, 03/tenant, and 03 for all of it;");
    terminal.print("--tenant NAME works on the schema of one of them.");
    terminal.print("--schema NAME works on a schema of another name; WORKSHOP_SCHEMA sets it.");
    terminal.print("./db COMMAND --help tells the rest.");
  }

  /** One table for all groups, so that the whole page is aligned. */
  private static TextTable table() {
    TextTable table = new TextTable();
    for (Commands.Group group : Commands.Group.values()) {
      in(group)
          .forEach(
              command ->
                  table.row(
                      "  ./db " + (command.typed() + " " + command.arguments()).strip(),
                      command.summary()));
    }
    return table;
  }

  private static List<Commands> in(Commands.Group group) {
    return Arrays.stream(Commands.values()).filter(c -> c.group() == group).toList();
  }
}
