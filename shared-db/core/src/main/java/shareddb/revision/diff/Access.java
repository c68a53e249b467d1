package shareddb.revision.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statements for what hangs on items and goes with them: comments and grants. */
final class Access {

  private Access() {}

  /**
   * @param gone items that are not there any more, or are made anew: theirs went with them
   * @param made functions among those, which everybody may execute at first
   */
  static List<Statement> between(
      SchemaModel from, SchemaModel to, Set<String> gone, List<Item> made) {
    List<Statement> statements = new ArrayList<>();
    SortedMap<String, Item> before = of("grant", from, gone);
    made.stream()
        .filter(item -> item.kind().equals("function") || item.kind().equals("procedure"))
        .map(Access::openToAll)
        .forEach(item -> before.put(item.key(), item));
    changes(before, of("grant", to, Set.of()), statements);
    SortedMap<String, Item> comments = of("comment", from, gone);
    changes(comments, of("comment", to, Set.of()), statements);
    return statements;
  }

  private static void changes(
      Map<String, Item> before, Map<String, Item> after, List<Statement> statements) {
    before.forEach(
        (key, item) -> {
          Item now = after.get(key);
          if (now == null) {
            statements.addAll(takeAway(item));
          } else if (!now.isLike(item) && item.kind().equals("grant")) {
            statements.addAll(takeAway(item));
          }
        });
    after.forEach(
        (key, item) -> {
          Item earlier = before.get(key);
          if (earlier == null || !earlier.isLike(item)) {
            statements.addAll(give(item));
          }
        });
  }

  private static SortedMap<String, Item> of(String kind, SchemaModel model, Set<String> gone) {
    return model.items().values().stream()
        .filter(item -> item.kind().equals(kind))
        .filter(item -> item.parent().map(parent -> !gone.contains(parent)).orElse(true))
        .collect(Collectors.toMap(Access::key, item -> item, (a, b) -> a, TreeMap::new));
  }

  private static String key(Item item) {
    return item.key() + " " + item.get("column");
  }

  private static Item openToAll(Item function) {
    String on =
        function
            .key()
            .replaceFirst("^function", "FUNCTION")
            .replaceFirst("^procedure", "PROCEDURE");
    return new Item(
        "grant",
        "grant " + on + " to PUBLIC ",
        Optional.of(function.key()),
        Map.of("on", on, "to", "PUBLIC", "privileges", "EXECUTE"));
  }

  private static List<Statement> give(Item item) {
    if (item.kind().equals("comment")) {
      return List.of(
          Statement.of(
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
                Statement.of(
                    "GRANT "
                        + privileges(item, fact)
                        + " ON "
                        + item.get("on")
                        + " TO "
                        + item.get("to")
                        + (fact.equals("grantable") ? " WITH GRANT OPTION" : "")))
        .toList();
  }

  private static List<Statement> takeAway(Item item) {
    if (item.kind().equals("comment")) {
      return List.of(Statement.of("COMMENT ON " + item.get("on") + " IS NULL"));
    }
    return Stream.of("privileges", "grantable")
        .filter(item::has)
        .map(
            fact ->
                Statement.of(
                    "REVOKE "
                        + privileges(item, fact)
                        + " ON "
                        + item.get("on")
                        + " FROM "
                        + item.get("to")))
        .toList();
  }

  /** For a column, each one names it. */
  private static String privileges(Item item, String fact) {
    String column = item.with(" (", "column") + (item.has("column") ? ")" : "");
    return Stream.of(item.get(fact).split(", "))
        .map(privilege -> privilege + column)
        .collect(Collectors.joining(", "));
  }
}
