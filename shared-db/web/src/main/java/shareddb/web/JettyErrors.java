package shareddb.web;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Problem documents for what Jetty refuses by itself, before any route is asked. */
final class JettyErrors extends ErrorHandler {

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String reason = reason(request, response.getStatus());
    byte[] body = body(response.getStatus(), reason, path(request));
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    if (response.getStatus() == ProblemType.UNAVAILABLE.status()) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, Problems.RETRY_AFTER);
    }
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
  }

  private static String path(Request request) {
    String path = request.getHttpURI().getPath();
    // A request that cannot be read has a path of Jetty's own making.
    return path == null || path.equals("/badMessage") ? "" : path;
  }

  private static @Nullable String reason(Request request, int status) {
    // Only what is the client's doing is told; the message of a failure of ours may say too much.
    return status < 500 && request.getAttribute(ERROR_MESSAGE) instanceof String message
        ? message
        : null;
  }

  private static byte[] body(int status, @Nullable String reason, String path) {
    String detail = reason == null ? "The server refused the request" : reason;
    return Problems.ofStatus(status, detail, path).json();
  }
}
