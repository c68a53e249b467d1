package workshop.userauthtodo;

import java.net.http.HttpRequest;
import java.util.Map;
import shareddb.webtesting.Answer;

/** A user who is logged in, with their client. */
record User(AuthApi api, String email, long session, String token) {

  Answer get(String path) {
    return api.send(signed(path).GET());
  }

  Answer post(String path, Object body) {
    return api.send(AuthApi.json(signed(path), "POST", body));
  }

  Answer post(String path) {
    return api.send(signed(path).POST(HttpRequest.BodyPublishers.noBody()));
  }

  Answer patch(String path, Object body) {
    return api.send(AuthApi.json(signed(path), "PATCH", body));
  }

  Answer delete(String path) {
    return api.send(signed(path).DELETE());
  }

  /** Adds a todo and returns its id. */
  long add(String title) {
    return post("/todos", Map.of("title", title)).json().get("id").asLong();
  }

  /** Another session of the same user. */
  User again() {
    return api.logIn(email, AuthApi.PASSWORD);
  }

  long id() {
    return get("/me").json().get("id").asLong();
  }

  HttpRequest.Builder signed(String path) {
    return api.request(path).header("Authorization", "Bearer " + token);
  }
}
