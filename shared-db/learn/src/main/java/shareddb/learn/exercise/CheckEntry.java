package shareddb.learn.exercise;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One check in {@code checks.yaml}: exactly one of the kinds, and what is said about it.
 *
 * @param id its name for the progress and for {@code expected.txt}
 * @param why the words at the beginning of its line
 * @param help a step towards the answer, for a failure
 */
public record CheckEntry(
    Optional<String> id,
    Optional<String> why,
    Optional<String> help,
    Optional<List<String>> files,
    Optional<Applies> applies,
    Optional<CatalogIs> catalog,
    Optional<Column> column,
    Optional<Rows> rows,
    Optional<Probe> probe,
    Optional<Explain> explain,
    Optional<Reader> reader,
    Optional<Locks> locks,
    Optional<Undo> undo,
    Optional<String> history,
    Optional<String> lint,
    Optional<Compiles> compiles,
    Optional<Http> http,
    Optional<Log> log,
    Optional<Answer> answer) {

  /** The migrations apply, from the version of the start to this one. */
  public record Applies(Optional<String> from, Optional<String> to) {}

  /**
   * The schema is what the goal makes.
   *
   * @param only the tables that count; empty for all objects
   * @param names {@code free} if constraints, indexes, triggers and policies may have any name
   * @param types {@code compatible} if a similar type will do
   * @param comments whether comments count
   */
  public record CatalogIs(
      Optional<List<String>> only,
      Optional<String> names,
      Optional<String> types,
      Optional<Boolean> comments) {}

  /** One column, by its properties; only those that are given count. */
  public record Column(
      String table,
      String name,
      Optional<List<String>> type,
      @com.fasterxml.jackson.annotation.JsonProperty("null") Optional<Boolean> nullable,
      @com.fasterxml.jackson.annotation.JsonProperty("default") Optional<String> defaultValue) {}

  /** The answer of a query. */
  public record Rows(String sql, JsonNode is) {}

  /**
   * One statement in a transaction that is rolled back.
   *
   * @param before statements that the owner runs first
   * @param as {@code api} for the role of the API
   * @param set settings of the transaction
   */
  public record Probe(
      Optional<String> accepts,
      Optional<String> refuses,
      Optional<JsonNode> sees,
      Optional<String> sql,
      Optional<String> as,
      Optional<Map<String, String>> set,
      Optional<List<String>> before) {

    public Probe {
      sees = given(sees);
    }
  }

  /** The plan of a query. */
  public record Explain(String sql, String uses, Optional<String> or) {}

  /** A reader that runs again and again while the migrations are applied. */
  public record Reader(String sql, int waitsAtMostMs) {}

  /** A lock that no statement holds while another part of its transaction scans the table. */
  public record Locks(
      String table,
      String never,
      @com.fasterxml.jackson.annotation.JsonProperty("while") Optional<String> during) {}

  /** The undo scripts. */
  public record Undo(String to, Optional<String> fingerprint, Optional<String> rows) {}

  /** The Java sources. */
  public record Compiles() {}

  /** Requests to the program. */
  public record Http(String asMain, List<Step> steps) {}

  /**
   * One request, and the wanted answer.
   *
   * @param send method and path: {@code POST /tags}
   * @param status the allowed ones
   * @param json the wanted members; others are free
   * @param answers the wanted headers
   * @param save names for values of the answer, by JSON pointers
   * @param times how many times it is sent, one after the other
   * @param together how many times it is sent side by side
   * @param statuses how many of these have which status
   */
  public record Step(
      String send,
      Optional<JsonNode> body,
      Optional<Map<String, String>> headers,
      Optional<List<Integer>> status,
      Optional<Map<Integer, Integer>> statuses,
      Optional<Map<String, String>> answers,
      Optional<JsonNode> json,
      Optional<Map<String, String>> save,
      Optional<Integer> times,
      Optional<Integer> together) {

    public Step {
      body = given(body);
      json = given(json);
    }
  }

  /** The program's output. */
  public record Log(Optional<String> not, Optional<String> contains, Optional<Count> count) {}

  /** How often a line matches. */
  public record Count(String matches, Optional<Integer> atMost, Optional<Integer> atLeast) {}

  /** A thing found out, in a file. */
  public record Answer(String file, String matches) {}

  /** Its id; each check of a file that was read has one. */
  public String name() {
    return id.orElseThrow();
  }

  CheckEntry named(String name) {
    return new CheckEntry(
        Optional.of(name),
        why,
        help,
        files,
        applies,
        catalog,
        column,
        rows,
        probe,
        explain,
        reader,
        locks,
        undo,
        history,
        lint,
        compiles,
        http,
        log,
        answer);
  }

  /** The kinds that are given; a correct check has one. */
  List<String> kinds() {
    return Stream.of(
            kind("files", files),
            kind("applies", applies),
            kind("catalog", catalog),
            kind("column", column),
            kind("rows", rows),
            kind("probe", probe),
            kind("explain", explain),
            kind("reader", reader),
            kind("locks", locks),
            kind("undo", undo),
            kind("history", history),
            kind("lint", lint),
            kind("compiles", compiles),
            kind("http", http),
            kind("log", log),
            kind("answer", answer))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Jackson makes an empty node of a key that is left out. */
  private static Optional<JsonNode> given(Optional<JsonNode> node) {
    return node.filter(value -> !value.isMissingNode() && !value.isNull());
  }

  private static Optional<String> kind(String name, Optional<?> options) {
    return options.map(given -> name);
  }
}
