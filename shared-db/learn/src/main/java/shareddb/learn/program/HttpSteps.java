package shareddb.learn.program;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shareddb.learn.exercise.CheckEntry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests to a program, one after the other, and compares the answers. */
public final class HttpSteps {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String TOO_LATE = "no answer within %d s".formatted(LIMIT.toSeconds());
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Pattern SAVED = Pattern.compile("\\{([a-z_]+)}");

  private final RunningProgram program;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build();
  private final Map<String, String> saved = new HashMap<>();

  public HttpSteps(RunningProgram program) {
    this.program = program;
  }

  /** The first answer that differs, in a line. Empty if all are as wanted. */
  public Optional<String> difference(List<CheckEntry.Step> steps) throws IOException {
    for (CheckEntry.Step step : steps) {
      Optional<String> difference = difference(step);
      if (difference.isPresent()) {
        return Optional.of(shown(step) + ": " + difference.get());
      }
    }
    return Optional.empty();
  }

  private Optional<String> difference(CheckEntry.Step step) throws IOException {
    if (step.together().isPresent()) {
      return together(step, step.together().get());
    }
    for (int i = 0; i < step.times().orElse(1); i++) {
      Optional<String> difference = compared(step, answers(step, 1).getFirst());
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private Optional<String> together(CheckEntry.Step step, int count) throws IOException {
    List<HttpResponse<String>> answers = answers(step, count);
    if (step.statuses().isEmpty()) {
      return answers.stream().flatMap(answer -> compared(step, answer).stream()).findFirst();
    }
    Map<Integer, Integer> found = new TreeMap<>();
    answers.forEach(answer -> found.merge(answer.statusCode(), 1, Integer::sum));
    Map<Integer, Integer> wanted = new TreeMap<>(step.statuses().get());
    return found.equals(wanted)
        ? Optional.empty()
        : Optional.of("%s, wanted %s".formatted(counts(found), counts(wanted)));
  }

  private static String counts(Map<Integer, Integer> statuses) {
    List<String> words = new ArrayList<>();
    statuses.forEach((status, count) -> words.add(count + " times " + status));
    return String.join(" and ", words);
  }

  /** Sends so many requests side by side. */
  private List<HttpResponse<String>> answers(CheckEntry.Step step, int count) throws IOException {
    HttpRequest request = request(step);
    List<CompletableFuture<HttpResponse<String>>> sent =
        Collections.nCopies(count, request).stream()
            .map(each -> client.sendAsync(each, HttpResponse.BodyHandlers.ofString()))
            .toList();
    List<HttpResponse<String>> answers = new ArrayList<>();
    for (CompletableFuture<HttpResponse<String>> each : sent) {
      try {
        answers.add(each.get(LIMIT.toSeconds() + 1, TimeUnit.SECONDS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      } catch (ExecutionException e) {
        throw new IOException(
            e.getCause() instanceof HttpTimeoutException ? TOO_LATE : "the connection broke off",
            e);
      } catch (TimeoutException e) {
        throw new IOException(TOO_LATE, e);
      }
    }
    return answers;
  }

  private HttpRequest request(CheckEntry.Step step) {
    String[] words = step.send().split(" ", 2);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(program.at(filled(words[1]))).timeout(LIMIT);
    step.headers().orElse(Map.of()).forEach((name, value) -> request.header(name, filled(value)));
    if (step.body().isPresent()) {
      request.header("Content-Type", "application/json");
      request.method(words[0], HttpRequest.BodyPublishers.ofString(filled(body(step))));
    } else {
      request.method(words[0], HttpRequest.BodyPublishers.noBody());
    }
    return request.build();
  }

  private static String body(CheckEntry.Step step) {
    JsonNode body = step.body().orElseThrow();
    return body.isString() ? body.asString() : MAPPER.writeValueAsString(body);
  }

  private Optional<String> compared(CheckEntry.Step step, HttpResponse<String> answer) {
    List<Integer> allowed = step.status().orElse(List.of());
    if (!allowed.isEmpty() && !allowed.contains(answer.statusCode())) {
      return Optional.of(
          "status %d, wanted %s%s"
              .formatted(
                  answer.statusCode(),
                  String.join(" or ", allowed.stream().map(String::valueOf).toList()),
                  reason(answer)));
    }
    Optional<JsonNode> json = json(answer.body());
    if (step.json().isPresent()) {
      Optional<String> difference =
          json.isEmpty()
              ? Optional.of("the answer is no JSON")
              : JsonMatch.difference(filled(step.json().get()), json.get());
      if (difference.isPresent()) {
        return difference;
      }
    }
    step.save()
        .orElse(Map.of())
        .forEach(
            (name, pointer) ->
                json.ifPresent(body -> saved.put(name, body.at(pointer).asString())));
    return headers(step, answer);
  }

  private Optional<String> headers(CheckEntry.Step step, HttpResponse<String> answer) {
    for (Map.Entry<String, String> wanted : step.answers().orElse(Map.of()).entrySet()) {
      String found = answer.headers().firstValue(wanted.getKey()).orElse("none");
      String value = filled(wanted.getValue());
      if (!found.equals(value)) {
        return Optional.of("header %s is %s, wanted %s".formatted(wanted.getKey(), found, value));
      }
    }
    return Optional.empty();
  }

  /** The beginning of an answer that was not wanted: an error says there what it is. */
  private static String reason(HttpResponse<String> answer) {
    String text = answer.body().strip().replaceAll("\\s+", " ");
    return text.isEmpty() || answer.statusCode() < 400
        ? ""
        : ": " + (text.length() <= 120 ? text : text.substring(0, 119) + "…");
  }

  private static Optional<JsonNode> json(String body) {
    try {
      return body.isBlank() ? Optional.empty() : Optional.of(MAPPER.readTree(body));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private JsonNode filled(JsonNode json) {
    return MAPPER.readTree(filled(MAPPER.writeValueAsString(json)));
  }

  /** Replaces the names of saved values. */
  private String filled(String text) {
    return SAVED
        .matcher(text)
        .replaceAll(
            match -> Matcher.quoteReplacement(saved.getOrDefault(match.group(1), match.group())));
  }

  private static String shown(CheckEntry.Step step) {
    return step.send() + step.together().map(n -> ", %d side by side".formatted(n)).orElse("");
  }
}
