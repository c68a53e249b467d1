package shareddb.verify.checks;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;

/** What the checklist starts in place of a module's API; FAKE_API says how it behaves. */
final class FakeApi {

  private FakeApi() {}

  public static void main(String[] arguments) throws IOException {
    String behaviour = System.getenv().getOrDefault("FAKE_API", "200");
    System.out.println("this API is told: " + behaviour);
    switch (behaviour) {
      case "exit" -> System.exit(7);
      case "silent" -> new FakeApi().waitForEver();
      case "login" -> answer(Map.of("/notes", 401, "/ready", 200));
      default -> answer(Map.of("/notes", Integer.parseInt(behaviour)));
    }
  }

  private static void answer(Map<String, Integer> statuses) throws IOException {
    int port = Integer.parseInt(System.getenv("PORT"));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    statuses.forEach(
        (path, status) ->
            server.createContext(
                path,
                exchange -> {
                  exchange.sendResponseHeaders(status, -1);
                  exchange.close();
                }));
    server.start();
  }

  private synchronized void waitForEver() {
    while (true) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
