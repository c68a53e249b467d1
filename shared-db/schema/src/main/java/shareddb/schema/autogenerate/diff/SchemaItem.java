package shareddb.schema.autogenerate.diff;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One item of a schema, with all facts that statements about it need.
 *
 * @param key the kind and the full name
 * @param parent the key of the item that it belongs to, and is dropped with
 */
record SchemaItem(String kind, String key, Optional<String> parent, Map<String, String> facts) {

  private static final String PLACE = "place";

  SchemaItem {
    facts = Map.copyOf(facts);
  }

  /** The fact's value; empty if there is no such fact. */
  String get(String fact) {
    return facts.getOrDefault(fact, "");
  }

  boolean has(String fact) {
    return !get(fact).isEmpty();
  }

  /** The fact with a text before it; empty if there is no such fact. */
  String with(String before, String fact) {
    return has(fact) ? before + get(fact) : "";
  }

  /**
   * Whether the two are alike. A column's position does not count, because no statement changes it.
   */
  boolean isLike(SchemaItem other) {
    return without(PLACE).equals(other.without(PLACE));
  }

  Map<String, String> without(String... names) {
    Map<String, String> rest = new TreeMap<>(facts);
    for (String name : names) {
      rest.remove(name);
    }
    return rest;
  }
}
