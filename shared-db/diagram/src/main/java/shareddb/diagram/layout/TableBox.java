package shareddb.diagram.layout;

import java.util.List;
import java.util.function.Function;
import shareddb.base.names.PrintableText;
import shareddb.diagram.model.Change;
import shareddb.diagram.model.DiagramColumn;
import shareddb.diagram.model.DiagramTable;

/**
 * The size of a table's box, and where its texts are, in pixels from its upper left corner.
 *
 * @param names where the columns' names begin
 * @param types where the columns' types begin
 */
public record TableBox(DiagramTable table, int width, int height, int names, int types) {

  public static final int HEADER = 30;
  public static final int ROW = 22;
  public static final int PADDING = 12;

  private static final int NOTE = 20;
  private static final int GAP = 14;
  private static final int LONGEST_NOTE = 56;

  /** The word behind the type of a column that may be empty. */
  public static final String NULLABLE = " null";

  static TableBox of(DiagramTable table) {
    int marks = widest(table, TableBox::marks);
    int names = PADDING + (marks == 0 ? 0 : marks + GAP);
    int types = names + widest(table, column -> PrintableText.of(column.name())) + GAP;
    int ofColumns = types + widest(table, column -> type(column) + nullable(table, column));
    double ofTitle = PADDING + TextWidth.bold(title(table)) + TextWidth.bold(table.kind().label());
    double ofNotes =
        notes(table).stream().mapToDouble(TextWidth::monospaced).max().orElse(0) + PADDING;
    int width = (int) Math.ceil(Math.max(Math.max(ofColumns, ofNotes), ofTitle + GAP)) + PADDING;
    return new TableBox(table, width, height(table), names, types);
  }

  private static int height(DiagramTable table) {
    int notes = table.notes().isEmpty() ? 0 : table.notes().size() * NOTE + 6;
    return HEADER + table.columns().size() * ROW + notes + (table.columns().isEmpty() ? 0 : 6);
  }

  /** The keys of a column, behind the sign of its change. */
  public static String marks(DiagramColumn column) {
    String keys = String.join(" ", column.keys().stream().map(Enum::name).toList());
    return (column.change().sign() + " " + keys).strip();
  }

  /** The name of the table, behind the sign of its change. */
  public static String title(DiagramTable table) {
    String sign = table.change() == Change.SAME ? "" : table.change().sign() + " ";
    return sign + PrintableText.of(table.name());
  }

  public static String type(DiagramColumn column) {
    return PrintableText.of(column.type());
  }

  /** The columns of a view are never declared NOT NULL, so nothing is said of them. */
  public static String nullable(DiagramTable table, DiagramColumn column) {
    boolean isTable =
        switch (table.kind()) {
          case TABLE, PARTITIONED_TABLE, FOREIGN_TABLE -> true;
          case VIEW, MATERIALIZED_VIEW, OUTSIDE -> false;
        };
    return isTable && !column.notNull() ? NULLABLE : "";
  }

  /** The notes, each on one line and shortened. */
  public static List<String> notes(DiagramTable table) {
    return table.notes().stream()
        .map(note -> note.replaceAll("\\s+", " "))
        .map(note -> note.length() > LONGEST_NOTE ? note.substring(0, LONGEST_NOTE) + "…" : note)
        .map(PrintableText::of)
        .toList();
  }

  /** The middle of a column's row; of the header if there is no such column. */
  public int middle(String column) {
    List<String> all = table.columns().stream().map(DiagramColumn::name).toList();
    int row = all.indexOf(column);
    return row < 0 ? HEADER / 2 : HEADER + row * ROW + ROW / 2 + 2;
  }

  /** The baseline of a note. */
  public int note(int number) {
    return HEADER + table.columns().size() * ROW + 6 + number * NOTE + 15;
  }

  private static int widest(DiagramTable table, Function<DiagramColumn, String> text) {
    return (int)
        Math.ceil(
            table.columns().stream().map(text).mapToDouble(TextWidth::monospaced).max().orElse(0));
  }
}
