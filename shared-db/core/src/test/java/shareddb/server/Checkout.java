package shareddb.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shareddb.settings.Settings;

/** A checkout of its own with an embedded server of its own; all of it goes away in the end. */
final class Checkout implements AutoCloseable {

  private final Path root;
  private final int port = Ports.free();
  private final List<String> progress = new ArrayList<>();

  Checkout() throws IOException {
    root = Files.createTempDirectory("workshop-checkout-");
    // Root's server runs as another user, who must be able to enter.
    Files.setPosixFilePermissions(root, Folders.permissions("rwxr-xr-x"));
  }

  Path root() {
    return root;
  }

  int port() {
    return port;
  }

  Path folder() {
    return root.resolve("localdev/data/embedded");
  }

  Path data() {
    return folder().resolve("data");
  }

  /** The settings of this checkout; the pairs come on top of them. */
  Settings settings(String... pairs) {
    Map<String, String> environment = new HashMap<>();
    environment.put("WORKSHOP_DB", "embedded");
    environment.put("POSTGRES_PORT", Integer.toString(port));
    for (int i = 0; i < pairs.length; i += 2) {
      environment.put(pairs[i], pairs[i + 1]);
    }
    return Settings.load(root, environment);
  }

  WorkshopServer server(String... pairs) {
    return WorkshopServer.throwAway(settings(pairs));
  }

  StartResult start(String... pairs) {
    return server(pairs).start(progress::add);
  }

  StopResult stop() {
    return server().stop(progress::add);
  }

  List<String> progress() {
    return progress;
  }

  long pid() {
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
      Folders.delete(root);
    }
  }
}
