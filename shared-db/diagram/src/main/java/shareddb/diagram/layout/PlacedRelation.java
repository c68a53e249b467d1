package shareddb.diagram.layout;

import java.util.List;
import shareddb.diagram.model.DiagramRelation;

/**
 * A relation with the corners of its line, from the table that is referred to, to the table that
 * has the foreign key.
 */
public record PlacedRelation(DiagramRelation relation, List<Point> corners) {

  /** A point of the drawing. */
  public record Point(int x, int y) {}

  public PlacedRelation {
    corners = List.copyOf(corners);
  }
}
