package shareddb.webtesting;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/**
 * One request, and the status that it is to be answered with.
 *
 * @param operation as the OpenAPI document has it: {@code GET /todos/{id}}
 * @param body empty for none
 */
public record Case(
    String operation,
    int status,
    ApiClient client,
    String path,
    String body,
    String type,
    String accept) {

  private static final String JSON = "application/json";

  public static Case of(String operation, int status, ApiClient client, String path, String body) {
    return new Case(operation, status, client, path, body, JSON, "*/*");
  }

  public Case answered(int otherStatus) {
    return new Case(operation, otherStatus, client, path, body, type, accept);
  }

  public Case typed(String other) {
    return new Case(operation, status, client, path, body, other, accept);
  }

  public Case accepting(String other) {
    return new Case(operation, status, client, path, body, type, other);
  }

  public Answer send() {
    return sendTo(client.port());
  }

  public Answer sendTo(int port) {
    HttpRequest.Builder request = client.movedTo(port).request(path).header("Accept", accept);
    if (!body.isEmpty()) {
      request.header("Content-Type", type);
    }
    String method = operation.substring(0, operation.indexOf(' '));
    return client.send(request.method(method, BodyPublishers.ofString(body)));
  }
}
