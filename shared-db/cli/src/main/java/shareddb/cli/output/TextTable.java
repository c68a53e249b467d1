package shareddb.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A table of text, with two blanks between its columns. */
public final class TextTable {

  private final List<List<String>> rows = new ArrayList<>();

  public TextTable row(String... cells) {
    rows.add(Stream.of(cells).map(TerminalStyle::cell).toList());
    return this;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Returns the lines. The last cell of a row is not padded, so no line ends with blanks. */
  public List<String> lines() {
    return rows.stream().map(this::line).toList();
  }

  private String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      line.append(cell);
      if (column < cells.size() - 1) {
        line.append(" ".repeat(width(column) - TerminalStyle.width(cell) + 2));
      }
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    return rows.stream()
        .filter(row -> row.size() > column + 1)
        .mapToInt(row -> TerminalStyle.width(row.get(column)))
        .max()
        .orElse(0);
  }
}
