package shareddb.web.doc;

import io.javalin.router.EndpointMetadata;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The documentation of one route: metadata of its Javalin endpoint, from which the OpenAPI document
 * is made and requests are checked.
 */
public final class Doc implements EndpointMetadata {

  private static final String NO_CONTENT = "Done; the answer has no body.";

  private final String summary;
  private final List<Parameter> parameters = new ArrayList<>();
  private final List<SecurityScheme> security = new ArrayList<>();
  private final Map<Integer, String> problems = new TreeMap<>();
  private String notes = "";
  private String tag = "";
  private @Nullable RequestBody body;
  private Success success = Success.empty(204, NO_CONTENT);

  private Doc(String summary) {
    this.summary = summary;
  }

  /** Begins the documentation of a route that answers 204, unless it says otherwise. */
  public static Doc doc(String summary) {
    return new Doc(summary);
  }

  /** More than fits into the summary. */
  public Doc notes(String text) {
    notes = text;
    return this;
  }

  /** The heading under which the route stands; else it is the first part of its path. */
  public Doc tag(String name) {
    tag = name;
    return this;
  }

  public Doc path(String name, Class<?> type) {
    return path(name, type, "");
  }

  public Doc path(String name, Class<?> type, String description) {
    parameters.add(Parameter.of(Parameter.In.PATH, name, type, description));
    return this;
  }

  public Doc query(String name, Class<?> type, String description) {
    parameters.add(Parameter.of(Parameter.In.QUERY, name, type, description));
    return this;
  }

  /** Bounds the last parameter: a number's value, a text's length. */
  public Doc between(long least, long greatest) {
    parameters.add(parameters.removeLast().between(least, greatest));
    return this;
  }

  /** All values of the last parameter. */
  public Doc oneOf(String... choices) {
    parameters.add(parameters.removeLast().oneOf(List.of(choices)));
    return this;
  }

  /** The value of the last parameter where a request leaves it out. */
  public Doc byDefault(Object value) {
    parameters.add(parameters.removeLast().or(value));
    return this;
  }

  /** A JSON body like this example, of the example's type. */
  public Doc takes(Object example) {
    body = RequestBody.json(example.getClass(), example);
    return this;
  }

  /** A body that is no JSON. The handler reads it from {@code ctx.bodyInputStream()}. */
  public Doc takesText(String mediaType, long maxBytes, String example) {
    body = new RequestBody(mediaType, null, maxBytes, example);
    return this;
  }

  /** 200 with JSON. */
  public Doc answers(Class<?> type) {
    success = Success.json(200, type);
    return this;
  }

  /**
   * 200 with a {@link Page} of these, and the parameters {@code limit} and {@code cursor}.
   *
   * @param cursor the type of the key that a page begins behind, such as {@code Long}
   */
  public Doc answersPages(Class<?> type, Class<?> cursor) {
    success = Success.page(type);
    query("limit", Integer.class, "How many items a page holds.");
    between(1, Page.MAX_LIMIT).byDefault(Page.LIMIT);
    query("cursor", cursor, "Where the page begins: from the link to it.");
    return cursor == String.class ? between(1, Page.MAX_CURSOR) : this;
  }

  /** 201 with JSON and the header {@code Location}. */
  public Doc creates(Class<?> type) {
    success = Success.json(201, type).with("Location", "Where the new one is.");
    return this;
  }

  /** 202 without a body, whatever comes of the request. */
  public Doc accepts() {
    success = Success.empty(202, "Taken; the answer does not tell the outcome.");
    return this;
  }

  /** 200 with a body that is no JSON, such as {@code text/csv} or {@code text/event-stream}. */
  public Doc answersText(String mediaType) {
    success = Success.text(mediaType);
    return this;
  }

  /** A header of the answer. */
  public Doc header(String name, String meaning) {
    success = success.with(name, meaning);
    return this;
  }

  /** A problem of this route. The document adds those that every route can have. */
  public Doc problem(int status, String when) {
    problems.merge(status, when, (one, other) -> one + " Or: " + other);
    return this;
  }

  /** The ways in which a caller may sign in: any one suffices. */
  public Doc secured(SecurityScheme... schemes) {
    Collections.addAll(security, schemes);
    return this;
  }

  public String summary() {
    return summary;
  }

  public String notes() {
    return notes;
  }

  public String tag() {
    return tag;
  }

  public List<Parameter> parameters() {
    return Collections.unmodifiableList(parameters);
  }

  public List<SecurityScheme> security() {
    return Collections.unmodifiableList(security);
  }

  public Map<Integer, String> problems() {
    return Collections.unmodifiableMap(problems);
  }

  public @Nullable RequestBody body() {
    return body;
  }

  public Success success() {
    return success;
  }
}
