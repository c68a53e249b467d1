package shareddb.webtesting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import shareddb.web.json.Json;
import tools.jackson.databind.JsonNode;

/** What came back. */
public record Answer(HttpResponse<String> response) {

  public int status() {
    return response.statusCode();
  }

  public String body() {
    return response.body();
  }

  public JsonNode json() {
    return Json.mapper().readTree(body());
  }

  /** A text of the JSON object that came back. */
  public String text(String field) {
    return json().get(field).asString();
  }

  /** The items of a page. */
  public List<JsonNode> items() {
    return json().get("items").valueStream().toList();
  }

  /** Empty where there is none. */
  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /** Fails with what came back where it is of another status. */
  public Answer expect(int status) {
    assertThat(status())
        .as(response.request().method() + " " + response.uri() + ": " + body())
        .isEqualTo(status);
    return this;
  }

  /** A problem document, of this kind, that says so. */
  public void expectProblem(int status, String type, String says) {
    expect(status);
    assertThat(body()).doesNotContain("Exception", "\tat ", ".java");
    assertThat(header("Content-Type")).isEqualTo("application/problem+json");
    JsonNode problem = json();
    assertThat(problem.get("type").asString()).isEqualTo("urn:problem-type:" + type);
    assertThat(problem.get("title").asString()).isNotBlank();
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("detail").asString()).contains(says);
    assertThat(problem.get("instance").asString()).isEqualTo(response.uri().getPath());
  }

  @Override
  public String toString() {
    return status() + " " + body();
  }
}
