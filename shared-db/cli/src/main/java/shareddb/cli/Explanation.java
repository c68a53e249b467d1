package shareddb.cli;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import shareddb.jdbc.OutcomeUnknown;
import shareddb.names.InvalidName;
import shareddb.names.ServerName;
import shareddb.server.ServerException;
import shareddb.settings.NotConnected;
import shareddb.settings.ServerChoice;
import shareddb.settings.Servers;
import shareddb.settings.Settings;
import shareddb.settings.SettingsException;
import shareddb.tenants.NoRegistry;
import shareddb.tenants.NoServer;
import shareddb.track.InvalidTrack;

/** What an exception of the library means to the person who typed the command. */
final class Explanation {

  private Explanation() {}

  static CommandFailure of(Exception error, Surroundings surroundings) {
    return switch (error) {
      case SettingsException settings ->
          failed(
              "the settings are wrong:\n" + String.join("\n", settings.problems()),
              "set them right, in the environment or in .env");
      case InvalidTrack track ->
          failed(
              "the files of the track are wrong; nothing was changed:\n"
                  + String.join("\n", track.problems()),
              "rename or mend them, then type the same command again");
      case InvalidName name ->
          new CommandFailure(
              ExitCode.USAGE,
              message(name),
              "type the same command with another name behind --schema (or in WORKSHOP_SCHEMA)");
      case NoRegistry none ->
          failed(message(none), "./db upgrade " + none.module().shared().label());
      case NoServer none ->
          failed(
              message(none),
              "set "
                  + Servers.setting(none.server())
                  + "=postgresql://user:password@host:5432, in the environment or in .env");
      case ServerException server -> ServerLines.failure(server.problem());
      case OutcomeUnknown unknown ->
          failed(
              "it is not known whether this was done: the connection was lost before the server had"
                  + " answered, and the server could not be asked again: "
                  + message(unknown),
              "./db status     shows whether the server answers; then type the same command again,"
                  + " which goes on");
      case SQLException sql -> ofPostgres(sql, surroundings);
      case UncheckedIOException io ->
          failed(
              message(io) + ": " + (io.getCause() == null ? "" : message(io.getCause())),
              "look whether it is there and may be read, then type the same command again");
      default ->
          failed(
              "the tool itself failed: " + error.getClass().getSimpleName() + ": " + message(error),
              "type the same command with --debug behind it, and report what it prints");
    };
  }

  private static CommandFailure ofPostgres(SQLException error, Surroundings surroundings) {
    Settings settings = surroundings.settings();
    String state = Optional.ofNullable(error.getSQLState()).orElse("");
    Optional<ServerName> other = other(error, settings);
    return other.isPresent() && (state.startsWith("08") || state.startsWith("28"))
        ? ofAnother(other.get(), error, state)
        : ofTheMain(error, state, surroundings);
  }

  /** A server that is not the workshop's main one. */
  private static Optional<ServerName> other(SQLException error, Settings settings) {
    return settings.servers().logins().entrySet().stream()
        .filter(one -> !one.getKey().equals(ServerName.MAIN))
        .filter(one -> !one.getValue().address().equals(settings.admin().address()))
        .filter(
            one ->
                error instanceof NotConnected failed
                    ? failed.address().equals(one.getValue().address())
                    : message(error).contains(one.getValue().address()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static CommandFailure ofAnother(ServerName server, SQLException error, String state) {
    String setting = Servers.setting(server);
    return state.startsWith("28")
        ? failed(
            "server " + server + " lets nobody in: " + message(error),
            "mend user and password in "
                + setting
                + "; what it leaves open is as on the main server")
        : failed(
            "server " + server + " does not answer: " + message(error),
            "start it, or mend " + setting);
  }

  private static CommandFailure ofTheMain(
      SQLException error, String state, Surroundings surroundings) {
    Settings settings = surroundings.settings();
    String server = "the server at " + settings.admin().address();
    return switch (state) {
      case "28P01", "28000" ->
          failed(
              server
                  + " refuses user "
                  + settings.admin().user()
                  + " (the password is from "
                  + settings.passwordOrigin()
                  + "): "
                  + message(error),
              credentials(settings) + ", or ask  ./db status  which server it is");
      case "3D000" ->
          MissingDatabase.track(message(error), surroundings.workshop())
              .map(
                  track ->
                      failed(
                          "the database of " + track.label() + " is not there: " + message(error),
                          "./db upgrade " + track.label()))
              .orElseGet(
                  () ->
                      message(error).contains(settings.admin().database().quoted())
                          ? failed(
                              server + " has no database " + settings.admin().database(),
                              "./db start")
                          : failed(message(error), "./db status     shows what there is"));
      case "53300" ->
          failed(
              server + " takes no more connections: " + message(error),
              "stop what holds them (an API, another tool), then type the same command again");
      case "55P03" ->
          failed(
              "another session holds a lock that is needed; nothing waited on it longer than the"
                  + " limit: "
                  + message(error),
              "end that session's transaction, then type the same command again");
      default ->
          state.startsWith("08")
              ? away(error, settings)
              : failed(
                  server + " says: " + message(error) + detail(error) + " (SQLSTATE " + state + ")",
                  "type the same command with --debug behind it to see where it came from");
    };
  }

  private static CommandFailure away(SQLException error, Settings settings) {
    return failed(
        "the server at " + settings.admin().address() + " does not answer: " + message(error),
        start(settings));
  }

  private static String credentials(Settings settings) {
    return settings.passwordOrigin().equals("POSTGRES_URL")
        ? "mend user and password in POSTGRES_URL"
        : "set POSTGRES_USER and POSTGRES_PASSWORD";
  }

  private static String start(Settings settings) {
    return settings.choice() == ServerChoice.EXTERNAL
        ? "start that server, or mend POSTGRES_URL; without it  ./db start  starts one"
        : "./db start";
  }

  private static String detail(SQLException error) {
    return error instanceof PSQLException postgres && postgres.getServerErrorMessage() != null
        ? Optional.ofNullable(postgres.getServerErrorMessage().getDetail())
            .map(text -> "\n" + text)
            .orElse("")
        : "";
  }

  private static String message(Throwable error) {
    return Optional.ofNullable(error.getMessage()).orElse(error.getClass().getSimpleName());
  }

  private static CommandFailure failed(String what, String next) {
    return new CommandFailure(ExitCode.FAILED, what, next);
  }
}
