package shareddb.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import shareddb.names.Nearest;

/** The commands behind {@code ./db tenants}, in the order of the help. */
enum TenantCommands implements CommandName {
  LIST("", "all there are, and how they stand"),
  SHOW("NAME", "one of them, with its version and size");

  private final String arguments;
  private final String summary;

  TenantCommands(String arguments, String summary) {
    this.arguments = arguments;
    this.summary = summary;
  }

  @Override
  public String typed() {
    return Commands.TENANTS.typed() + " " + name().toLowerCase(Locale.ROOT).replace('_', '-');
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
      case LIST -> new TenantListCommand();
      case SHOW -> new TenantShowCommand();
    };
  }

  static TenantCommands named(String typed) {
    return Arrays.stream(values())
        .filter(command -> command.word().equals(typed))
        .findFirst()
        .orElseThrow(() -> unknown(typed));
  }

  private static CommandFailure unknown(String typed) {
    List<String> known = Arrays.stream(values()).map(TenantCommands::word).toList();
    String group = "./db " + Commands.TENANTS.typed();
    return new CommandFailure(
        ExitCode.USAGE,
        group + " has no command \"" + typed + "\"",
        Nearest.to(typed, known)
            .map(nearest -> group + " " + nearest + "     (or " + group + " alone, for all)")
            .orElse(group + "     prints all there are"));
  }
}
