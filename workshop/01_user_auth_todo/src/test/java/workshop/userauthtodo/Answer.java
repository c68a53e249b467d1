package workshop.userauthtodo;

import java.net.http.HttpResponse;
import shareddb.web.Json;
import tools.jackson.databind.JsonNode;

/** What came back. */
record Answer(HttpResponse<String> response) {

  int status() {
    return response.statusCode();
  }

  String body() {
    return response.body();
  }

  JsonNode json() {
    return Json.mapper().readTree(body());
  }

  String text(String field) {
    return json().get(field).asString();
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Override
  public String toString() {
    return status() + " " + body();
  }
}
