package shareddb.diagram.model;

/**
 * The text around a diagram.
 *
 * @param title such as {@code 00_personal_todo at version 4}
 * @param added what the colour of an added part means; empty if the diagram compares nothing
 * @param changed what the colour of a changed part means
 * @param removed what the colour of a removed part means
 */
public record DiagramLegend(String title, String added, String changed, String removed) {

  /** A schema as it is. */
  public static DiagramLegend plain(String title) {
    return new DiagramLegend(title, "", "", "");
  }

  /** What pending migrations would do. */
  public static DiagramLegend next(String title) {
    return new DiagramLegend(title, "added", "changed", "removed");
  }

  /** What differs from the track. */
  public static DiagramLegend drift(String title) {
    return new DiagramLegend(title, "no migration makes it", "is different", "is missing");
  }

  public boolean compares() {
    return !added.isEmpty();
  }
}
