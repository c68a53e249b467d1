package shareddb.postgres.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shareddb.base.settings.Settings;
import shareddb.postgres.WorkshopServer;
import shareddb.postgres.internal.LoopbackPorts;
import shareddb.postgres.internal.PostmasterPid;
import shareddb.postgres.internal.ServerFolders;

/** A checkout of its own with an embedded server of its own; all of it goes away in the end. */
public final class Checkout implements AutoCloseable {

  private final Path root;
  private final int port = LoopbackPorts.free();
  private final List<String> progress = new ArrayList<>();

  public Checkout() throws IOException {
    root = Files.createTempDirectory("workshop-checkout-");
    // Root's server runs as another user, who must be able to enter.
    Files.setPosixFilePermissions(root, ServerFolders.permissions("rwxr-xr-x"));
  }

  Path root() {
    return root;
  }

  public int port() {
    return port;
  }

  public Path folder() {
    return root.resolve("localdev/data/embedded");
  }

  public Path data() {
    return folder().resolve("data");
  }

  /** The settings of this checkout; the pairs come on top of them. */
  public Settings settings(String... pairs) {
    Map<String, String> environment = new HashMap<>();
    environment.put("WORKSHOP_DB", "embedded");
    environment.put("POSTGRES_PORT", Integer.toString(port));
    for (int i = 0; i < pairs.length; i += 2) {
      environment.put(pairs[i], pairs[i + 1]);
    }
    return Settings.load(root, environment);
  }

  public WorkshopServer server(String... pairs) {
    return WorkshopServer.throwAway(settings(pairs));
  }

  public StartResult start(String... pairs) {
    return server(pairs).start(progress::add);
  }

  public StopResult stop() {
    return server().stop(progress::add);
  }

  List<String> progress() {
    return progress;
  }

  public long pid() {
    return PostmasterPid.running(data()).orElseThrow().pid();
  }

  @Override
  public void close() throws IOException {
    try {
      if (Files.exists(data())) {
        StopResult result = stop();
        if (result instanceof StopResult.Refused refused) {
          throw new IOException(refused.problem().line());
        }
      }
    } finally {
      ServerFolders.delete(root);
    }
  }
}
