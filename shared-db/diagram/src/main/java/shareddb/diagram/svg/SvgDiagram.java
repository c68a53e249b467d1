package shareddb.diagram.svg;

import java.util.List;
import shareddb.base.names.PrintableText;
import shareddb.diagram.layout.LayeredLayout;
import shareddb.diagram.layout.PlacedDiagram;
import shareddb.diagram.layout.PlacedRelation;
import shareddb.diagram.layout.PlacedTable;
import shareddb.diagram.layout.TableBox;
import shareddb.diagram.layout.TextWidth;
import shareddb.diagram.model.Diagram;
import shareddb.diagram.model.DiagramColumn;
import shareddb.diagram.model.DiagramLegend;

/** Writes a diagram as one SVG document. */
public final class SvgDiagram {

  private static final int MARGIN = 24;
  private static final int HEAD = 60;
  private static final int BASELINE = 15;

  private final SvgElements svg = new SvgElements();
  private final Diagram diagram;
  private final DiagramLegend legend;
  private final DiagramText words;

  private SvgDiagram(Diagram diagram, DiagramLegend legend) {
    this.diagram = diagram;
    this.legend = legend;
    this.words = new DiagramText(legend);
  }

  /** The document, which ends with a line break. */
  public static String of(Diagram diagram, DiagramLegend legend) {
    return new SvgDiagram(diagram, legend).write();
  }

  private String write() {
    PlacedDiagram placed = LayeredLayout.of(diagram);
    SvgFooter footer = new SvgFooter(diagram, legend);
    String title = PrintableText.of(legend.title());
    int width =
        2 * MARGIN
            + Math.max(
                Math.max(placed.width(), footer.width()),
                (int) Math.ceil(TextWidth.bold(title) * 1.2));
    int top = placed.height() + HEAD + MARGIN;
    int height = top + footer.height();
    svg.raw(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0 %1$d %2$d\" role=\"img\" aria-labelledby=\"title description\">"
            .formatted(width, height));
    svg.raw("<title id=\"title\">" + SvgElements.escaped(title) + "</title>");
    svg.raw("<desc id=\"description\">" + SvgElements.escaped(words.of(diagram)) + "</desc>");
    svg.raw(SvgStyle.SHEET);
    svg.rectangle("paper", 0, 0, width, height, 8);
    svg.text("heading", MARGIN, 36, title);
    svg.raw("<g transform=\"translate(%d %d)\">".formatted(MARGIN, HEAD));
    placed.relations().forEach(this::relation);
    placed.tables().forEach(this::table);
    svg.raw("</g>");
    footer.write(svg, MARGIN, top);
    return svg.raw("</svg>").toString();
  }

  private void relation(PlacedRelation placed) {
    RelationPath path = new RelationPath(placed);
    String change = SvgElements.style(placed.relation().change());
    svg.raw("<g class=\"relation " + change + "\">");
    svg.element("title", words.sentence(placed.relation()));
    svg.path("line", path.line());
    svg.path("end", path.ends());
    if (path.hasCircle()) {
      svg.raw(path.circle("end"));
    }
    svg.raw("</g>");
  }

  private void table(PlacedTable placed) {
    TableBox box = placed.box();
    svg.raw(
        "<g class=\"table %s %s\" transform=\"translate(%d %d)\">"
            .formatted(
                SvgElements.style(box.table().kind()),
                SvgElements.style(box.table().change()),
                placed.x(),
                placed.y()));
    svg.rectangle("box", 0, 0, box.width(), box.height(), 6);
    header(box);
    box.table().columns().forEach(column -> column(box, column));
    List<String> notes = TableBox.notes(box.table());
    for (int i = 0; i < notes.size(); i++) {
      svg.text("note", TableBox.PADDING, box.note(i), notes.get(i));
    }
    svg.path("frame", frame(box.width(), box.height()));
    svg.raw("</g>");
  }

  private void header(TableBox box) {
    int width = box.width();
    svg.path(
        "header",
        "M0 6 a6 6 0 0 1 6 -6 H%d a6 6 0 0 1 6 6 V%d H0 Z".formatted(width - 6, TableBox.HEADER));
    svg.text("name", TableBox.PADDING, 20, TableBox.title(box.table()));
    String kind = box.table().kind().label();
    if (!kind.isEmpty()) {
      svg.text("kind", width - TableBox.PADDING, 20, kind);
    }
  }

  private void column(TableBox box, DiagramColumn column) {
    int middle = box.middle(column.name());
    int y = middle - 11 + BASELINE;
    svg.raw("<g class=\"column " + SvgElements.style(column.change()) + "\">");
    svg.rectangle("row", 1, middle - 11, box.width() - 2, TableBox.ROW, 0);
    String marks = TableBox.marks(column);
    if (!marks.isEmpty()) {
      svg.text("keys", TableBox.PADDING, y, marks);
    }
    svg.text("column-name", box.names(), y, PrintableText.of(column.name()));
    svg.raw(
        "<text class=\"type\" x=\"%d\" y=\"%d\">%s%s</text>"
            .formatted(
                box.types(), y, SvgElements.escaped(TableBox.type(column)), nullable(box, column)));
    svg.raw("</g>");
  }

  private static String nullable(TableBox box, DiagramColumn column) {
    String nullable = TableBox.nullable(box.table(), column);
    return nullable.isEmpty() ? "" : "<tspan class=\"null\">" + nullable + "</tspan>";
  }

  private static String frame(int width, int height) {
    return "M6 0 H%1$d a6 6 0 0 1 6 6 V%2$d a6 6 0 0 1 -6 6 H6 a6 6 0 0 1 -6 -6 V6 a6 6 0 0 1 6 -6 Z"
        .formatted(width - 6, height - 6);
  }
}
