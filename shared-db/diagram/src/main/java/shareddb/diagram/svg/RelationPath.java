package shareddb.diagram.svg;

import java.util.List;
import java.util.stream.Collectors;
import shareddb.diagram.layout.PlacedRelation;
import shareddb.diagram.layout.PlacedRelation.Point;

/**
 * The line of a relation in crow's foot notation: a bar where one row is referred to, with a circle
 * where it may be none, and a foot where many rows refer.
 */
record RelationPath(PlacedRelation placed) {

  private static final int BAR = 9;
  private static final int CIRCLE = 4;
  private static final int FOOT = 12;
  private static final int HALF = 6;

  String line() {
    List<Point> corners = placed.corners();
    return "M" + corners.stream().map(p -> p.x() + " " + p.y()).collect(Collectors.joining(" L"));
  }

  /** The bar at the table that is referred to, and the foot or bar at the other one. */
  String ends() {
    Point from = placed.corners().getFirst();
    Point to = placed.corners().getLast();
    String many =
        "M%d %d L%d %d M%d %d L%d %d"
            .formatted(
                to.x() - FOOT,
                to.y(),
                to.x(),
                to.y() - HALF,
                to.x() - FOOT,
                to.y(),
                to.x(),
                to.y() + HALF);
    return bar(from.x() + BAR, from.y())
        + " "
        + (placed.relation().single() ? bar(to.x() - BAR, to.y()) : many);
  }

  private static String bar(int x, int y) {
    return "M%d %d V%d".formatted(x, y - HALF, y + HALF);
  }

  boolean hasCircle() {
    return placed.relation().optional();
  }

  /** The circle behind the bar. */
  String circle(String styles) {
    Point from = placed.corners().getFirst();
    return "<circle class=\"%s\" cx=\"%d\" cy=\"%d\" r=\"%d\"/>"
        .formatted(styles, from.x() + BAR + 2 + CIRCLE, from.y(), CIRCLE);
  }
}
