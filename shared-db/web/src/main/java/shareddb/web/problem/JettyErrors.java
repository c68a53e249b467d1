package shareddb.web.problem;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Problem documents for requests that Jetty refuses itself, before Javalin gets them. */
public final class JettyErrors extends ErrorHandler {

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    String reason = reason(request, status);
    String detail = reason == null ? "The server refused the request" : reason;
    byte[] body = Problem.ofStatus(status, detail, path(request)).json();
    HttpFields.Mutable headers = response.getHeaders();
    headers.put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    headers.put(HttpHeader.CONTENT_LENGTH, body.length);
    headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    headers.put(new HttpField("X-Content-Type-Options", "nosniff"));
    if (status == ProblemType.UNAVAILABLE.status()) {
      headers.put(HttpHeader.RETRY_AFTER, "2");
    }
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
  }

  private static String path(Request request) {
    String path = request.getHttpURI().getPath();
    // A request that cannot be read has a path of Jetty's own making.
    return path == null || path.equals("/badMessage") ? "" : path;
  }

  /** Only a fault of the client is told; the message of a failure of ours may say too much. */
  private static @Nullable String reason(Request request, int status) {
    return status < 500 && request.getAttribute(ERROR_MESSAGE) instanceof String message
        ? message
        : null;
  }
}
