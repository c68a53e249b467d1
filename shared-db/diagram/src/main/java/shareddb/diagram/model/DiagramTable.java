package shareddb.diagram.model;

import java.util.List;

/**
 * A table or a view.
 *
 * @param notes what else belongs to it, such as a unique key of several columns
 */
public record DiagramTable(
    String name, Kind kind, List<DiagramColumn> columns, List<String> notes, Change change) {

  /** What the box stands for. */
  public enum Kind {
    TABLE(""),
    PARTITIONED_TABLE("partitioned"),
    FOREIGN_TABLE("foreign table"),
    VIEW("view"),
    MATERIALIZED_VIEW("materialized view"),
    /** A table of another schema that a foreign key refers to: only its name is shown. */
    OUTSIDE("other schema");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The word beside the name; empty for a plain table. */
    public String label() {
      return label;
    }
  }

  public DiagramTable {
    columns = List.copyOf(columns);
    notes = List.copyOf(notes);
  }

  public DiagramTable with(Change other) {
    return new DiagramTable(name, kind, columns, notes, other);
  }
}
