package shareddb.schema.autogenerate.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sorts items so that each comes after the items that it refers to. */
final class DependencyOrder {

  /** The order of items that do not depend on one another. */
  private static final List<String> KINDS =
      List.of(
          "enum",
          "domain",
          "type",
          "sequence",
          "function",
          "procedure",
          "table",
          "column",
          "constraint",
          "index",
          "view",
          "materialized view",
          "trigger",
          "policy");

  private final SchemaModel model;
  private final Set<String> wanted;
  private final Set<String> seen = new HashSet<>();
  private final List<SchemaItem> sorted = new ArrayList<>();

  private DependencyOrder(SchemaModel model, Collection<SchemaItem> items) {
    this.model = model;
    this.wanted = new HashSet<>(items.stream().map(SchemaItem::key).toList());
  }

  static List<SchemaItem> sort(SchemaModel model, Collection<SchemaItem> items) {
    DependencyOrder topology = new DependencyOrder(model, items);
    items.stream()
        .sorted(
            Comparator.comparingInt((SchemaItem item) -> KINDS.indexOf(item.kind()))
                .thenComparing(item -> item.get("table"))
                .thenComparing(item -> item.get("place"))
                .thenComparing(SchemaItem::key))
        .forEach(item -> topology.visit(item.key()));
    return topology.sorted;
  }

  /** Visits items that are not wanted too, because an order may lead through them. */
  private void visit(String key) {
    if (!seen.add(key)) {
      return;
    }
    model.references().getOrDefault(key, Set.of()).forEach(this::visit);
    SchemaItem item = model.items().get(key);
    if (item == null) {
      return;
    }
    item.parent().ifPresent(this::visit);
    if (item.kind().equals("table")) {
      partsOf(key).forEach(this::visitReferences);
    }
    if (wanted.contains(key)) {
      sorted.add(item);
    }
  }

  /** CREATE TABLE includes the columns, so the table depends on all that its columns need. */
  private void visitReferences(SchemaItem part) {
    for (String reference : model.references().getOrDefault(part.key(), Set.of())) {
      if (!partsOf(part.parent().orElseThrow()).stream().anyMatch(p -> p.key().equals(reference))) {
        visit(reference);
      }
    }
  }

  private List<SchemaItem> partsOf(String table) {
    return model.items().values().stream()
        .filter(item -> item.kind().equals("column") || ItemDdl.isInline(item))
        .filter(item -> item.parent().filter(table::equals).isPresent())
        .toList();
  }

  /** The reverse order, for dropping. */
  static List<SchemaItem> reversed(SchemaModel model, Collection<SchemaItem> items) {
    return sort(model, items).reversed();
  }

  /** The direct users of each item. */
  static Map<String, Set<String>> users(SchemaModel model) {
    Map<String, Set<String>> users = new java.util.TreeMap<>();
    model
        .references()
        .forEach(
            (user, used) ->
                used.forEach(
                    key -> users.computeIfAbsent(key, k -> new java.util.TreeSet<>()).add(user)));
    return users;
  }
}
