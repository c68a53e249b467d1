package shareddb.diagram.model;

import java.util.List;

/**
 * The tables and the relations of a schema.
 *
 * @param otherChanges differences that are not drawn, such as an index, or not in full, such as a
 *     type
 */
public record Diagram(
    List<DiagramTable> tables, List<DiagramRelation> relations, List<String> otherChanges) {

  public Diagram {
    tables = List.copyOf(tables);
    relations = List.copyOf(relations);
    otherChanges = List.copyOf(otherChanges);
  }

  /** Returns whether any part of it differs. */
  public boolean hasChanges() {
    return !otherChanges.isEmpty()
        || tables.stream().anyMatch(table -> table.change() != Change.SAME)
        || relations.stream().anyMatch(relation -> relation.change() != Change.SAME);
  }
}
