package shareddb.postgres;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import shareddb.base.settings.ServerChoice;
import shareddb.base.settings.Settings;
import shareddb.postgres.embedded.Durability;
import shareddb.postgres.embedded.EmbeddedServer;
import shareddb.postgres.internal.DataFolder;
import shareddb.postgres.internal.ServerBackend;
import shareddb.postgres.server.ServerException;
import shareddb.postgres.server.ServerKind;
import shareddb.postgres.server.ServerProblem;
import shareddb.postgres.server.ServerProgress;
import shareddb.postgres.server.ServerStatus;
import shareddb.postgres.server.StartResult;
import shareddb.postgres.server.StopResult;

/** The one server that all modules of a checkout share. */
public final class WorkshopServer {

  /** How long a started server may take until it accepts the first connection. */
  private static final Duration READY_LIMIT = Duration.ofMinutes(2);

  /** The user's own server must answer at once. */
  private static final Duration EXTERNAL_LIMIT = Duration.ZERO;

  private final Settings settings;
  private final DataFolder folder;
  private final Durability durability;

  private WorkshopServer(Settings settings, Durability durability) {
    this.settings = settings;
    this.folder = new DataFolder(settings.root());
    this.durability = durability;
  }

  public static WorkshopServer of(Settings settings) {
    return new WorkshopServer(settings, Durability.FULL);
  }

  /** A server for tests, whose data may be lost. */
  public static WorkshopServer throwAway(Settings settings) {
    return new WorkshopServer(settings, Durability.NONE);
  }

  /** Starts the server. Returns when the server takes connections to the workshop's database. */
  public StartResult start(ServerProgress progress) {
    try {
      return settings.choice() == ServerChoice.EXTERNAL
          ? started(progress)
          : folder.holding(() -> started(progress));
    } catch (ServerException e) {
      return new StartResult.Refused(e.problem());
    }
  }

  private StartResult started(ServerProgress progress) {
    ServerSelection.Selected selected = selection().forStart(progress);
    ServerBackend backend = selected.backend();
    boolean ran = backend.isRunning();
    backend.start(progress);
    prepare(backend, progress);
    backend.ready();
    if (backend.kind() != ServerKind.EXTERNAL) {
      folder.remember(backend.kind());
    }
    ServerStatus status = status(selected);
    return ran ? new StartResult.AlreadyRunning(status) : new StartResult.Started(status);
  }

  private void prepare(ServerBackend backend, ServerProgress progress) {
    Duration limit = backend.kind() == ServerKind.EXTERNAL ? EXTERNAL_LIMIT : READY_LIMIT;
    WorkshopDatabase database = new WorkshopDatabase(settings, backend.kind());
    try {
      database.prepare(limit, backend::isRunning);
    } catch (ServerException e) {
      // A wrong password means that the data is complete, and was made with another password.
      if (ConnectFailures.isWrongPassword(e.getCause()) || !backend.startAnew(progress)) {
        throw e;
      }
      database.prepare(limit, backend::isRunning);
    }
  }

  /** Stops the server and returns when it is gone. Its data stays. */
  public StopResult stop(ServerProgress progress) {
    try {
      return settings.choice() == ServerChoice.EXTERNAL
          ? selection().forLook().backend().stop(progress)
          : folder.holding(() -> selection().forLook().backend().stop(progress));
    } catch (ServerException e) {
      return new StopResult.Refused(e.problem());
    }
  }

  /** Reads the server's status and changes nothing. */
  public ServerStatus status() {
    try {
      return status(selection().forLook());
    } catch (ServerException e) {
      return new ServerStatus(
          ServerKind.EMBEDDED,
          "its data folder is there",
          settings.admin(),
          settings.passwordOrigin(),
          Optional.empty(),
          Optional.of(folder.path().resolve(EmbeddedServer.DATA)),
          Optional.of(e.problem()));
    }
  }

  /**
   * The problem that the checkout's own server runs on another port than the settings say, if it
   * does.
   */
  public Optional<ServerProblem> elsewhere() {
    try {
      return selection().forLook().backend().elsewhere();
    } catch (ServerException e) {
      return Optional.of(e.problem());
    }
  }

  private ServerStatus status(ServerSelection.Selected selected) {
    ServerBackend backend = selected.backend();
    ServerKind kind = backend.kind();
    Optional<String> version = Optional.empty();
    Optional<ServerProblem> problem = Optional.empty();
    long start = System.nanoTime();
    if (kind == ServerKind.EXTERNAL || backend.isRunning()) {
      try {
        version = new WorkshopDatabase(settings, kind).version();
      } catch (SQLException e) {
        Duration waited = Duration.ofNanos(System.nanoTime() - start);
        problem =
            backend
                .elsewhere()
                .or(() -> Optional.of(ConnectFailures.of(settings, kind, e, waited)));
      }
    }
    return new ServerStatus(
        kind,
        selected.why(),
        settings.admin(),
        settings.passwordOrigin(),
        version,
        backend.data(),
        problem);
  }

  private ServerSelection selection() {
    return new ServerSelection(settings, folder, durability);
  }
}
