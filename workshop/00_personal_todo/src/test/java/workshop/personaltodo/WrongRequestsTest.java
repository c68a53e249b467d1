package workshop.personaltodo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shareddb.webtesting.Answer;

/** Everything wrong gets a problem document that says what, and where. */
class WrongRequestsTest {

  @RegisterExtension static final ServedTodos api = new ServedTodos();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"title\": }            | malformed-json | line 1, column 11",
        "{\"title\": \"a\"        | malformed-json | line 1, column",
        "{\"title\":\"a\"} x      | malformed-json | line 1, column 15",
        "{\"title\":\"a\",\"title\":\"b\"} | malformed-json | Duplicate",
        "``                       | malformed-json | no body",
        "[]                       | invalid-body   | # must be object, and is an array",
        "null                     | invalid-body   | # must be object, and is null",
        "{}                       | invalid-body   | #/title is missing",
        "{\"title\": null}        | invalid-body   | #/title must be string, and is null",
        "{\"title\": 1}           | invalid-body   | #/title must be string, and is a number",
        "{\"title\": \"\"}        | invalid-body   | #/title must not be blank",
        "{\"title\": \" \\t\\n\"} | invalid-body   | #/title must not be blank",
        "{\"title\": \"\\u00a0\\u3000\"} | invalid-body | #/title must not be blank",
        "{\"title\": \"a\\u0000\"} | invalid-body  | #/title must not contain a NUL character",
        "{\"title\": \"a\\ud800\"} | invalid-body  | #/title must be valid Unicode",
        "{\"title\": \"a\", \"description\": \"\\u0000\"} | invalid-body | #/description must not"
            + " contain a NUL",
        "{\"title\": \"a\", \"is_completed\": 1} | invalid-body | #/is_completed must be boolean",
        "{\"title\": \"a\", \"is_completed\": \"true\"} | invalid-body | #/is_completed must be"
            + " boolean",
        "{\"title\": \"a\", \"is_completed\": null} | invalid-body | #/is_completed must be"
            + " boolean",
        "{\"title\": \"a\", \"id\": 7}     | invalid-body   | #/id is unknown",
        "{\"title\": \"a\", \"a/b~c\": 7} | invalid-body   | #/a~1b~0c is unknown",
      })
  void aBodyThatDoesNotFit(String body, String type, String says) {
    Answer answer = api.post("/todos", body);

    assertProblem(answer, 400, type, says);
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    Answer answer = api.post("/todos", "{\"title\": \" \", \"description\": 5, \"x\": 1}");

    assertThat(answer.json().get("errors").valueStream().map(e -> e.get("pointer").asString()))
        .containsExactlyInAnyOrder("#/title", "#/description", "#/x");
  }

  @Test
  void aTitleThatIsTooLong() {
    Answer answer = api.post("/todos", "{\"title\": \"" + "ä".repeat(256) + "\"}");

    assertProblem(
        answer, 400, "invalid-body", "#/title must be at most 255 characters long, and has 256");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/todos?limit=0            | limit must be from 1 to 200, and is 0",
        "/todos?limit=201          | limit must be from 1 to 200, and is 201",
        "/todos?limit=ten          | limit must be a whole number",
        "/todos?limit=1e2          | limit must be a whole number",
        "/todos?limit=             | limit must be a whole number",
        "/todos?limit=99999999999999999999 | limit must be from 1 to 200",
        "/todos?limit=1&limit=2    | limit is given more than once",
        "/todos?completed=1        | completed must be one of false, true",
        "/todos?completed=True     | completed must be one of false, true",
        "/todos?deleted=maybe      | deleted must be one of false, true, all",
        "/todos?search=            | search must be 1 to 200 characters long",
        "/todos?search=a%00b       | search must not contain a NUL character",
        "/todos?cursor=abc         | cursor must be a whole number",
        "/todos?cursor=!!          | cursor must be a whole number",
        "/todos?cursor=99999999999999999999 | cursor must be from",
        "/todos?page=2             | page is unknown; there is completed",
        "/todos/1?x=1              | x is unknown: there are no parameters here",
        "/todos/abc                | id must be a whole number",
        "/todos/0                  | id must be from 1",
        "/todos/-1                 | id must be from 1",
        "/todos/9223372036854775808 | id must be from 1 to 9223372036854775807",
      })
  void aParameterThatDoesNotFit(String path, String says) {
    assertProblem(api.get(path), 400, "invalid-parameters", says);
  }

  @Test
  void aQueryThatIsNotUtf8() {
    assertProblem(api.get("/todos?search=%ff"), 400, "bad-request", "not UTF-8");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/todos/4711",
    "DELETE,/todos/4711",
    "POST,/todos/4711/restore",
    "GET,/nowhere",
    "GET,/todos/1/2/3"
  })
  void whatIsNotThere(String method, String path) {
    Answer answer = api.send(api.request(path).method(method, BodyPublishers.noBody()));

    assertProblem(answer, 404, "not-found", path.contains("4711") ? "4711" : path);
  }

  @Test
  void patchingWhatIsNotThere() {
    assertProblem(api.patch("/todos/4711", "{\"title\": \"a\"}"), 404, "not-found", "4711");
  }

  @Test
  void aMethodThatThePathDoesNotHave() {
    Answer answer = api.json("PUT", "/todos/1", "{}");

    assertProblem(answer, 405, "method-not-allowed", "PUT is not possible here");
    assertThat(answer.header("Allow").split(", "))
        .containsExactlyInAnyOrder("GET", "HEAD", "PATCH", "DELETE");
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain",
    "application/x-www-form-urlencoded",
    "application/json;charset=latin1",
    "nonsense"
  })
  void aMediaTypeOtherThanJson(String mediaType) {
    Answer answer =
        api.send(
            api.request("/todos")
                .header("Content-Type", mediaType)
                .POST(BodyPublishers.ofString("{\"title\": \"a\"}")));

    assertProblem(answer, 415, "unsupported-media-type", mediaType);
  }

  @Test
  void aPatchMayBeDeclaredAsOne() {
    long id = api.add("declared");
    Answer changed =
        api.send(
            api.request("/todos/" + id)
                .header("Content-Type", "application/merge-patch+json")
                .method("PATCH", BodyPublishers.ofString("{\"title\": \"changed\"}")));

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.json().get("title").asString()).isEqualTo("changed");
  }

  @Test
  void aBodyThatIsPacked() {
    Answer answer =
        api.send(
            api.request("/todos")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "br")
                .POST(BodyPublishers.ofString("{\"title\": \"a\"}")));

    assertProblem(answer, 415, "unsupported-media-type", "The Content-Encoding is br");
  }

  @Test
  void noMediaTypeAtAll() {
    Answer answer =
        api.send(api.request("/todos").POST(BodyPublishers.ofString("{\"title\": \"a\"}")));

    assertProblem(answer, 415, "unsupported-media-type", "There is no Content-Type");
  }

  @Test
  void aClientThatDoesNotTakeJson() {
    Answer answer = api.send(api.request("/todos").header("Accept", "text/csv").GET());

    assertProblem(answer, 406, "not-acceptable", "application/json");
  }

  @Test
  void aBodyThatIsTooLargeWhetherItSaysSoOrNot() {
    byte[] large =
        ("{\"title\": \"" + "a".repeat(70_000) + "\"}")
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);

    for (var body :
        new java.net.http.HttpRequest.BodyPublisher[] {
          BodyPublishers.ofByteArray(large),
          BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large))
        }) {
      Answer answer =
          api.send(api.request("/todos").header("Content-Type", "application/json").POST(body));
      assertProblem(answer, 413, "too-large", "65536 bytes");
    }
  }

  @Test
  void aBodyThatIsJustNotTooLarge() {
    String around = "{\"title\": \"\"}";
    String title = "a".repeat(64 * 1024 - around.length());

    Answer fits = api.post("/todos", "{\"title\": \"" + title + "\"}");
    assertProblem(fits, 400, "invalid-body", "#/title must be at most 255 characters long");
    Answer large = api.post("/todos", "{\"title\": \"" + title + "a\"}");
    assertProblem(large, 413, "too-large", "65536 bytes");
  }

  static void assertProblem(Answer answer, int status, String type, String says) {
    answer.expectProblem(status, type, says);
  }
}
