package shareddb.diagram.model;

import java.util.List;

/**
 * A foreign key.
 *
 * @param table the table that has the key
 * @param referenced the table that it refers to
 * @param optional whether a row may refer to none
 * @param single whether at most one row refers to each
 */
public record DiagramRelation(
    String name,
    String table,
    List<String> columns,
    String referenced,
    List<String> referencedColumns,
    boolean optional,
    boolean single,
    Change change) {

  public DiagramRelation {
    columns = List.copyOf(columns);
    referencedColumns = List.copyOf(referencedColumns);
  }

  public DiagramRelation with(Change other) {
    return new DiagramRelation(
        name, table, columns, referenced, referencedColumns, optional, single, other);
  }
}
