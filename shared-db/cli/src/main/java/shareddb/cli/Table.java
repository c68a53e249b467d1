package shareddb.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Rows whose cells stand under one another, two blanks apart. */
final class Table {

  /** Colours take no room. */
  private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9]*m");

  private final List<List<String>> rows = new ArrayList<>();

  Table row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The last cell of a row is never filled up: no line ends with blanks. */
  List<String> lines() {
    return rows.stream().map(this::line).toList();
  }

  private String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      line.append(cell);
      if (column < cells.size() - 1) {
        line.append(" ".repeat(width(column) - shown(cell) + 2));
      }
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    return rows.stream()
        .filter(row -> row.size() > column + 1)
        .mapToInt(row -> shown(row.get(column)))
        .max()
        .orElse(0);
  }

  private static int shown(String cell) {
    String plain = COLOUR.matcher(cell).replaceAll("");
    return plain.codePointCount(0, plain.length());
  }
}
