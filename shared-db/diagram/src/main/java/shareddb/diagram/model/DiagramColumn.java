package shareddb.diagram.model;

import java.util.List;

/**
 * A column of a table or a view.
 *
 * @param type as PostgreSQL writes it, with the short names of the common types
 * @param keys the keys that it belongs to; unique keys of several columns are not among them
 */
public record DiagramColumn(
    String name, String type, boolean notNull, List<KeyMark> keys, Change change) {

  public DiagramColumn {
    keys = List.copyOf(keys);
  }

  public DiagramColumn with(Change other) {
    return new DiagramColumn(name, type, notNull, keys, other);
  }
}
