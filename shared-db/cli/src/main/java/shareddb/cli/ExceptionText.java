package shareddb.cli;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import shareddb.base.jdbc.ErrorCause;
import shareddb.base.jdbc.OutcomeUnknown;
import shareddb.base.names.InvalidName;
import shareddb.base.names.ServerName;
import shareddb.base.settings.ConnectionFailure;
import shareddb.base.settings.Login;
import shareddb.base.settings.ServerChoice;
import shareddb.base.settings.Servers;
import shareddb.base.settings.Settings;
import shareddb.base.settings.SettingsException;
import shareddb.base.settings.UnsupportedServer;
import shareddb.base.track.InvalidTrack;
import shareddb.base.track.Track;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.result.BlockerText;
import shareddb.cli.result.ErrorAdvice;
import shareddb.cli.result.ServerText;
import shareddb.cli.selection.MissingDatabase;
import shareddb.learn.exercise.InvalidExercise;
import shareddb.migrate.history.LockedHistory;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.lock.BlockerQuery;
import shareddb.migrate.script.StatementError;
import shareddb.postgres.WorkshopServer;
import shareddb.postgres.server.ServerDatabases;
import shareddb.postgres.server.ServerException;
import shareddb.tenants.registry.MissingRegistry;
import shareddb.tenants.registry.UnknownServer;

/** Turns an exception of the library into a message and a next command for the user. */
final class ExceptionText {

  private ExceptionText() {}

  static CommandFailure of(Exception error, CommandContext context) {
    return switch (error) {
      case SettingsException settings ->
          CommandFailure.failed(
              "the settings are wrong:\n" + String.join("\n", settings.problems()),
              "set them right, in the environment or in .env");
      case InvalidTrack track ->
          CommandFailure.failed(
              "the files of the track are wrong; nothing was changed:\n"
                  + String.join("\n", track.problems()),
              "rename or mend them, then type the same command again");
      case InvalidExercise exercise ->
          CommandFailure.failed(
              "a file of an exercise is wrong: " + message(exercise),
              "mend it, then type the same command again");
      case InvalidName name ->
          CommandFailure.usage(
              message(name),
              "type the same command with another name behind --schema (or in WORKSHOP_SCHEMA)");
      case MissingRegistry none ->
          CommandFailure.failed(message(none), "./db upgrade " + none.module().shared().label());
      case UnknownServer none ->
          CommandFailure.failed(
              message(none),
              "set %s=postgresql://user:password@host:5432, in the environment or in .env"
                  .formatted(Servers.setting(none.server())));
      case ServerException server -> ServerText.failure(server.problem());
      case OutcomeUnknown unknown ->
          CommandFailure.failed(
              "it is not known whether this was done: the connection was lost before the server had"
                  + " answered, and the server could not be asked again: "
                  + message(unknown),
              "./db status     shows whether the server answers; then type the same command again,"
                  + " which goes on");
      case LockedHistory locked -> locked(message(locked), locked.blocker(), context);
      case UnsupportedServer server -> CommandFailure.failed(message(server), server.next());
      case SQLException sql -> ofPostgres(sql, context);
      case UncheckedIOException io ->
          CommandFailure.failed(
              message(io) + ": " + (io.getCause() == null ? "" : message(io.getCause())),
              "look whether it is there and may be read, then type the same command again");
      default ->
          CommandFailure.failed(
              "the tool itself failed: " + error.getClass().getSimpleName() + ": " + message(error),
              "type the same command with --debug behind it, and report what it prints");
    };
  }

  private static CommandFailure ofPostgres(SQLException error, CommandContext context) {
    Settings settings = context.settings();
    Optional<ServerName> other = other(error, settings);
    ErrorCause cause = ErrorCause.of(error);
    boolean ofConnecting = cause == ErrorCause.UNREACHABLE || cause == ErrorCause.LOGIN_REFUSED;
    return other.isPresent() && ofConnecting
        ? ofAnother(other.get(), error, cause)
        : ofTheMain(error, cause, context);
  }

  /** Returns the server of the exception, if it is not the workshop's main server. */
  private static Optional<ServerName> other(SQLException error, Settings settings) {
    return settings.servers().logins().entrySet().stream()
        .filter(one -> !one.getKey().equals(ServerName.MAIN))
        .filter(one -> !one.getValue().address().equals(settings.admin().address()))
        .filter(
            one ->
                error instanceof ConnectionFailure failed
                    ? failed.address().equals(one.getValue().address())
                    : message(error).contains(one.getValue().address()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static CommandFailure ofAnother(ServerName server, SQLException error, ErrorCause cause) {
    String setting = Servers.setting(server);
    return cause == ErrorCause.LOGIN_REFUSED
        ? CommandFailure.failed(
            "server " + server + " refuses the login: " + message(error),
            "mend user and password in %s; what it leaves open is as on the main server"
                .formatted(setting))
        : CommandFailure.failed(
            "server " + server + " does not answer: " + message(error),
            "start it, or mend " + setting);
  }

  private static CommandFailure ofTheMain(
      SQLException error, ErrorCause cause, CommandContext context) {
    Settings settings = context.settings();
    String server = "the server at " + settings.admin().address();
    return switch (cause) {
      case LOGIN_REFUSED ->
          withElsewhere(
              "%s refuses user %s (the password is from %s): %s"
                  .formatted(
                      server, settings.admin().user(), settings.passwordOrigin(), message(error)),
              credentials(settings),
              settings);
      case NO_SUCH_DATABASE -> noDatabase(error, context);
      case UNREACHABLE, SESSION_ENDED -> gone(error, cause, settings);
      case LOCKED -> locked(error, cause, context);
      case STATEMENT ->
          CommandFailure.failed(
              server + " says: " + said(error),
              "type the same command with --debug behind it to see where it came from");
      case DISK_FULL,
          OUT_OF_MEMORY,
          TOO_MANY_CONNECTIONS,
          CANCELLED,
          SESSION_LIMIT,
          CONFLICT,
          READ_ONLY ->
          CommandFailure.failed(
              server + ": " + cause.meaning() + ": " + said(error),
              ErrorAdvice.what(cause) + ", then type the same command again");
    };
  }

  private static CommandFailure noDatabase(SQLException error, CommandContext context) {
    Login admin = context.settings().admin();
    Optional<Track> track = MissingDatabase.track(message(error), context.workshop());
    if (track.isPresent()) {
      String label = track.get().label();
      return CommandFailure.failed(
          "the database of " + label + " is not there: " + message(error), "./db upgrade " + label);
    }
    return message(error).contains(admin.database().quoted())
        ? withElsewhere(
            "the server at " + admin.address() + " has no database " + admin.database(),
            "./db start",
            context.settings())
        : CommandFailure.failed(message(error), "./db status     shows what there is");
  }

  /** Asks the server again first: it may still answer after one session has ended. */
  private static CommandFailure gone(SQLException error, ErrorCause cause, Settings settings) {
    String server = "the server at " + settings.admin().address();
    if (!(error instanceof ConnectionFailure) && ServerDatabases.answers(settings.admin())) {
      String what =
          cause == ErrorCause.SESSION_ENDED
              ? cause.meaning()
              : "the session was ended, or its connection was lost";
      return CommandFailure.failed(
          what + ": " + message(error) + "\n" + server + " answers", "type the same command again");
    }
    return withElsewhere(server + " does not answer: " + message(error), start(settings), settings);
  }

  /** Adds that the checkout's own server runs on another port than the settings say. */
  private static CommandFailure withElsewhere(String what, String next, Settings settings) {
    return WorkshopServer.of(settings)
        .elsewhere()
        .map(there -> CommandFailure.failed(what + "\n" + ServerText.what(there), there.next()))
        .orElseGet(() -> CommandFailure.failed(what, next));
  }

  /**
   * Asks the main database for the session that holds the lock, as the registry and the journal are
   * there.
   */
  private static CommandFailure locked(
      SQLException error, ErrorCause cause, CommandContext context) {
    Login admin = context.settings().admin();
    Optional<Blocker> blocker = Optional.empty();
    try (Connection connection = admin.reading().connect()) {
      blocker = BlockerQuery.ofAnyRead(connection);
    } catch (SQLException e) {
      error.addSuppressed(e);
    }
    String who = blocker.map(one -> "\n" + one.holdsALock()).orElse("");
    return locked(
        "the server at " + admin.address() + ": " + cause.meaning() + ": " + said(error) + who,
        blocker,
        context);
  }

  private static CommandFailure locked(
      String what, Optional<Blocker> blocker, CommandContext context) {
    return CommandFailure.failed(
        what,
        "type the same command again once that session has ended"
            + blocker.map(one -> "\n" + BlockerText.end(one, context)).orElse(""));
  }

  private static String credentials(Settings settings) {
    return settings.passwordOrigin().equals("POSTGRES_URL")
        ? "mend user and password in POSTGRES_URL"
        : "set POSTGRES_USER and POSTGRES_PASSWORD, in the environment or in .env";
  }

  private static String start(Settings settings) {
    return settings.choice() == ServerChoice.EXTERNAL
        ? "start that server, or mend POSTGRES_URL; without it  ./db start  starts one"
        : "./db start";
  }

  private static String said(SQLException error) {
    StatementError said = StatementError.of(error);
    return said.message()
        + said.detail().map(text -> "\n" + text).orElse("")
        + " (SQLSTATE "
        + said.sqlState()
        + ")";
  }

  private static String message(Throwable error) {
    return Optional.ofNullable(error.getMessage()).orElse(error.getClass().getSimpleName());
  }
}
