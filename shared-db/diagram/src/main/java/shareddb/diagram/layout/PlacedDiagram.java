package shareddb.diagram.layout;

import java.util.List;

/** A diagram with the positions of all its parts. */
public record PlacedDiagram(
    List<PlacedTable> tables, List<PlacedRelation> relations, int width, int height) {

  public PlacedDiagram {
    tables = List.copyOf(tables);
    relations = List.copyOf(relations);
  }
}
