package shareddb.diagram.layout;

/** A table's box with the position of its upper left corner. */
public record PlacedTable(TableBox box, int x, int y) {}
