package shareddb.learn.classroom;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Serves the grid of a class as a page that renews itself, on the loopback address only. Each
 * request reads the grid anew.
 */
public final class ClassBoard implements AutoCloseable {

  /** Reads the grid. */
  @FunctionalInterface
  public interface GridReader {
    ClassGrid read() throws SQLException;
  }

  private static final String REFRESH_SECONDS = "5";
  private static final String LOOPBACK = "127.0.0.1";

  private final HttpServer server;
  private final GridReader grid;

  private ClassBoard(HttpServer server, GridReader grid) {
    this.server = server;
    this.grid = grid;
  }

  /**
   * Starts to serve.
   *
   * @param port 0 means any free one
   * @throws java.net.BindException if the port is taken
   */
  public static ClassBoard start(int port, GridReader grid) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    ClassBoard board = new ClassBoard(server, grid);
    server.createContext("/", board::answer);
    server.start();
    return board;
  }

  public String url() {
    return "http://" + LOOPBACK + ":" + server.getAddress().getPort() + "/";
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** A page of another site could send a request under a name that leads here: it is refused. */
  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
      if (!host.replaceFirst(":[0-9]+$", "").matches("127\\.0\\.0\\.1|localhost")) {
        send(exchange, 421, "text/plain", "This server answers as 127.0.0.1 only.\n");
      } else if (!exchange.getRequestURI().getPath().equals("/")) {
        send(exchange, 404, "text/plain", "The grid is at /\n");
      } else {
        page(exchange);
      }
    }
  }

  private void page(HttpExchange exchange) throws IOException {
    try {
      String page = BoardPage.of(grid.read(), Instant.now());
      send(exchange, 200, "text/html", page);
    } catch (SQLException e) {
      send(exchange, 503, "text/plain", "The database does not answer: " + e.getMessage() + "\n");
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange
        .getResponseHeaders()
        .set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
    exchange.getResponseHeaders().set("Refresh", REFRESH_SECONDS);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
