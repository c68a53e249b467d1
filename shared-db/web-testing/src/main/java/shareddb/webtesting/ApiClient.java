package shareddb.webtesting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import shareddb.web.json.Json;

/**
 * Sends requests to an API.
 *
 * @param prefix what stands before each path
 * @param headers what each request carries, such as who asks
 */
public record ApiClient(int port, String prefix, Map<String, String> headers) {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  public static ApiClient at(int port) {
    return new ApiClient(port, "", Map.of());
  }

  /** The same one at another server. */
  public ApiClient movedTo(int other) {
    return new ApiClient(other, prefix, headers);
  }

  public ApiClient within(String path) {
    return new ApiClient(port, path, headers);
  }

  public ApiClient with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new ApiClient(port, prefix, Map.copyOf(more));
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  /** A text is sent as it is, anything else as JSON. */
  public Answer post(String path, Object body) {
    return send("POST", path, "application/json", body);
  }

  public Answer patch(String path, Object body) {
    return send("PATCH", path, "application/json", body);
  }

  public Answer send(String method, String path, String mediaType, Object body) {
    String text = body instanceof String given ? given : Json.mapper().writeValueAsString(body);
    return send(
        request(path)
            .header("Content-Type", mediaType)
            .method(method, BodyPublishers.ofString(text)));
  }

  public HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + prefix + path))
            .timeout(PATIENCE);
    headers.forEach(request::header);
    return request;
  }

  public Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }
}
