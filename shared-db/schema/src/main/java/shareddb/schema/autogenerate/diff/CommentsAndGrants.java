package shareddb.schema.autogenerate.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statements for comments and grants, which belong to an item and are dropped with it. */
final class CommentsAndGrants {

  private CommentsAndGrants() {}

  /**
   * @param gone items that are dropped or made again; their comments and grants went with them
   * @param made items that are made; PUBLIC may execute a new function at first
   */
  static List<DiffStatement> between(
      SchemaModel from, SchemaModel to, Set<String> gone, List<SchemaItem> made) {
    List<DiffStatement> statements = new ArrayList<>();
    SortedMap<String, SchemaItem> before = of("grant", from, gone);
    made.stream()
        .filter(item -> item.kind().equals("function") || item.kind().equals("procedure"))
        .map(CommentsAndGrants::openToAll)
        .forEach(item -> before.put(item.key(), item));
    changes(before, of("grant", to, Set.of()), statements);
    SortedMap<String, SchemaItem> comments = of("comment", from, gone);
    changes(comments, of("comment", to, Set.of()), statements);
    return statements;
  }

  private static void changes(
      Map<String, SchemaItem> before,
      Map<String, SchemaItem> after,
      List<DiffStatement> statements) {
    before.forEach(
        (key, item) -> {
          SchemaItem now = after.get(key);
          if (now == null) {
            statements.addAll(takeAway(item));
          } else if (!now.isLike(item) && item.kind().equals("grant")) {
            statements.addAll(takeAway(item));
          }
        });
    after.forEach(
        (key, item) -> {
          SchemaItem earlier = before.get(key);
          if (earlier == null || !earlier.isLike(item)) {
            statements.addAll(give(item));
          }
        });
  }

  private static SortedMap<String, SchemaItem> of(
      String kind, SchemaModel model, Set<String> gone) {
    return model.items().values().stream()
        .filter(item -> item.kind().equals(kind))
        .filter(item -> item.parent().map(parent -> !gone.contains(parent)).orElse(true))
        .collect(Collectors.toMap(CommentsAndGrants::key, item -> item, (a, b) -> a, TreeMap::new));
  }

  private static String key(SchemaItem item) {
    return item.key() + " " + item.get("column");
  }

  private static SchemaItem openToAll(SchemaItem function) {
    String on =
        function
            .key()
            .replaceFirst("^function", "FUNCTION")
            .replaceFirst("^procedure", "PROCEDURE");
    return new SchemaItem(
        "grant",
        "grant " + on + " to PUBLIC ",
        Optional.of(function.key()),
        Map.of("on", on, "to", "PUBLIC", "privileges", "EXECUTE"));
  }

  private static List<DiffStatement> give(SchemaItem item) {
    if (item.kind().equals("comment")) {
      return List.of(
          DiffStatement.of(
              "COMMENT ON "
                  + item.get("on")
                  + " IS '"
                  + item.get("text").replace("'", "''")
                  + "'"));
    }
    return Stream.of("privileges", "grantable")
        .filter(item::has)
        .map(
            fact ->
                DiffStatement.of(
                    "GRANT "
                        + privileges(item, fact)
                        + " ON "
                        + item.get("on")
                        + " TO "
                        + item.get("to")
                        + (fact.equals("grantable") ? " WITH GRANT OPTION" : "")))
        .toList();
  }

  private static List<DiffStatement> takeAway(SchemaItem item) {
    if (item.kind().equals("comment")) {
      return List.of(DiffStatement.of("COMMENT ON " + item.get("on") + " IS NULL"));
    }
    return Stream.of("privileges", "grantable")
        .filter(item::has)
        .map(
            fact ->
                DiffStatement.of(
                    "REVOKE "
                        + privileges(item, fact)
                        + " ON "
                        + item.get("on")
                        + " FROM "
                        + item.get("to")))
        .toList();
  }

  /** The privileges; each one names the column, if there is one. */
  private static String privileges(SchemaItem item, String fact) {
    String column = item.with(" (", "column") + (item.has("column") ? ")" : "");
    return Stream.of(item.get(fact).split(", "))
        .map(privilege -> privilege + column)
        .collect(Collectors.joining(", "));
  }
}
