package shareddb.schema.autogenerate.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds items that seem to be renamed. */
public final class Renames {

  private static final List<String> KINDS =
      List.of("table", "column", "enum", "domain", "type", "sequence", "constraint", "index");

  private Renames() {}

  /** Pairs each item that is gone with a new item that is the same except for its name. */
  public static List<Rename> between(SchemaModel from, SchemaModel to) {
    List<Rename> renames = new ArrayList<>();
    List<String> taken = new ArrayList<>();
    for (String kind : KINDS) {
      for (SchemaItem gone : only(kind, from, to)) {
        only(kind, to, from).stream()
            .filter(item -> !taken.contains(item.key()) && isTheSame(gone, item, from, to))
            .findFirst()
            .ifPresent(
                item -> {
                  taken.add(item.key());
                  renames.add(rename(gone, item, to));
                });
      }
    }
    return List.copyOf(renames);
  }

  private static List<SchemaItem> only(String kind, SchemaModel here, SchemaModel there) {
    return here.items().values().stream()
        .filter(item -> item.kind().equals(kind) && !there.items().containsKey(item.key()))
        .filter(item -> item.parent().map(there.items()::containsKey).orElse(true))
        .toList();
  }

  private static boolean isTheSame(
      SchemaItem gone, SchemaItem item, SchemaModel from, SchemaModel to) {
    if (gone.kind().equals("table")) {
      return areMostlyShared(columns(gone, from), columns(item, to));
    }
    if (gone.kind().equals("column")) {
      // The constraint for NOT NULL keeps its old name.
      return gone.parent().equals(item.parent())
          && gone.has("not null") == item.has("not null")
          && gone.without("sql", "name", "not null", "generated")
              .equals(item.without("sql", "name", "not null", "generated"));
    }
    Map<String, String> before = gone.without("sql", "name", "definition");
    return gone.parent().equals(item.parent())
        && before.equals(item.without("sql", "name", "definition"))
        && definition(gone).equals(definition(item));
  }

  /**
   * Whether two tables share most of their columns: a renamed table may have changed columns too.
   */
  private static boolean areMostlyShared(List<String> before, List<String> after) {
    long shared = before.stream().filter(after::contains).count();
    return shared * 2 > Math.max(before.size(), after.size());
  }

  /** The definition without the index's own name. */
  private static String definition(SchemaItem item) {
    return item.get("definition").replace(" INDEX " + item.get("name") + " ON ", " INDEX ON ");
  }

  private static List<String> columns(SchemaItem table, SchemaModel model) {
    return model.items().values().stream()
        .filter(item -> item.kind().equals("column"))
        .filter(item -> item.parent().filter(table.key()::equals).isPresent())
        .sorted(Comparator.comparing(column -> column.get("place")))
        .map(column -> column.get("name") + " " + column.get("type"))
        .toList();
  }

  private static Rename rename(SchemaItem from, SchemaItem to, SchemaModel model) {
    List<String> otherwise = new ArrayList<>(List.of(ItemDdl.drop(from).sql()));
    ItemDdl.create(to, model).forEach(statement -> otherwise.add(statement.sql()));
    return new Rename(
        from.kind() + " " + from.key().substring(from.kind().length() + 1),
        to.get("name"),
        statement(from, to.get("name")),
        statement(to, from.get("name")),
        List.of("table", "column", "sequence").contains(from.kind()),
        List.copyOf(otherwise));
  }

  private static String statement(SchemaItem item, String name) {
    String of =
        switch (item.kind()) {
          case "column" -> "TABLE " + item.get("table") + " RENAME COLUMN " + item.get("name");
          case "constraint" ->
              item.has("domain")
                  ? "DOMAIN " + item.get("domain") + " RENAME CONSTRAINT " + item.get("name")
                  : "TABLE " + item.get("table") + " RENAME CONSTRAINT " + item.get("name");
          case "enum" -> "TYPE " + item.get("sql") + " RENAME";
          default -> item.kind().toUpperCase(Locale.ROOT) + " " + item.get("sql") + " RENAME";
        };
    return "ALTER " + of + " TO " + name;
  }
}
