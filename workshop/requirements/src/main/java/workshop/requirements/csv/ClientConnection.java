package workshop.requirements.csv;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;

/** Tells whether the client of a request that takes long is still there. */
final class ClientConnection {

  private ClientConnection() {}

  /**
   * Ends the request if the client has closed the connection. Jetty itself reads nothing from a
   * connection between a request, of which the body was read, and its answer.
   */
  static void expectOpen(Context ctx) {
    if (read(ctx) < 0) {
      throw new BadRequestResponse("The client has closed the connection");
    }
  }

  /** The number of bytes; 0 while the client waits for the answer, -1 after it has left. */
  private static int read(Context ctx) {
    EndPoint endPoint =
        ServletContextRequest.getServletContextRequest(ctx.req())
            .getConnectionMetaData()
            .getConnection()
            .getEndPoint();
    ByteBuffer next = BufferUtil.allocate(1);
    try {
      int read = endPoint.fill(next);
      if (read > 0) {
        // The first byte of a next request is lost: HTTP lets the client send it again elsewhere.
        ctx.header(Header.CONNECTION, "close");
      }
      return read;
    } catch (IOException e) {
      return -1;
    }
  }
}
