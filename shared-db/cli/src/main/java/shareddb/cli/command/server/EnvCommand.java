package shareddb.cli.command.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import shareddb.base.settings.Login;
import shareddb.base.track.Track;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.JsonOption;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.Terminal;
import shareddb.cli.selection.TargetOptions;
import shareddb.cli.selection.TrackLookup;
import shareddb.migrate.role.ApiLogins;

/**
 * The command {@code ./db env TRACK}. It prints the variables with which the {@code Main} of a
 * module connects: {@code DB_URL}, {@code DB_USER} and {@code DB_PASSWORD}; of a module with named
 * databases, {@code USERS_DB_URL} and so on.
 */
@CommandLine.Command
public final class EnvCommand implements Command {

  @Parameters(index = "0", paramLabel = TargetOptions.TRACK, description = TargetOptions.TRACK_IS)
  private String track = "";

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(CommandContext context) {
    List<Track> tracks = TrackLookup.find(track, context);
    Map<String, String> variables = variables(ApiLogins.of(context.settings().admin(), tracks));
    Terminal terminal = context.terminal();
    if (json.wanted()) {
      JsonObject object = new JsonObject();
      variables.forEach(object::put);
      terminal.print(object);
    } else {
      terminal.printScript(
          variables.entrySet().stream()
              .map(entry -> "export " + entry.getKey() + "=" + quoted(entry.getValue()))
              .collect(Collectors.joining("\n")));
    }
    return ExitCode.DONE;
  }

  private static Map<String, String> variables(SortedMap<String, Login> logins) {
    Map<String, String> variables = new LinkedHashMap<>();
    logins.forEach(
        (part, login) -> {
          String prefix = prefix(part);
          variables.put(prefix + "URL", login.jdbcUrlOfSettings());
          variables.put(prefix + "USER", login.user());
          variables.put(prefix + "PASSWORD", login.password().reveal());
        });
    return variables;
  }

  /** A shell's variables have only letters, digits and underscores. */
  private static String prefix(String part) {
    String track = part.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    return part.isEmpty() ? "DB_" : track + "_DB_";
  }

  /** In single quotes a shell changes nothing, and ends only at the next one. */
  private static String quoted(String value) {
    return "'" + value.replace("'", "'\\''") + "'";
  }
}
