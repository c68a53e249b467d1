package shareddb.diagram.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import shareddb.base.names.PrintableText;
import shareddb.diagram.layout.TextWidth;
import shareddb.diagram.model.Change;
import shareddb.diagram.model.Diagram;
import shareddb.diagram.model.DiagramLegend;
import shareddb.diagram.model.KeyMark;

/** The legend below the tables, and the differences that are not drawn. */
final class SvgFooter {

  private static final int LINE = 22;
  private static final int MOST = 12;

  /** A line of the legend, with the class that gives it its colour. */
  private record Line(String style, String text) {}

  private final List<Line> lines = new ArrayList<>();

  SvgFooter(Diagram diagram, DiagramLegend legend) {
    String keys = keys(diagram);
    if (!keys.isEmpty()) {
      lines.add(new Line("same", keys));
    }
    if (legend.compares()) {
      addChanges(diagram, legend);
    }
  }

  private void addChanges(Diagram diagram, DiagramLegend legend) {
    if (!diagram.hasChanges()) {
      lines.add(new Line("same", "no difference"));
      return;
    }
    add(Change.ADDED, legend.added());
    add(Change.CHANGED, legend.changed());
    add(Change.REMOVED, legend.removed());
    List<String> others = diagram.otherChanges();
    if (!others.isEmpty()) {
      lines.add(new Line("same", "details:"));
    }
    others.stream().limit(MOST).forEach(other -> lines.add(new Line(style(other), other)));
    if (others.size() > MOST) {
      lines.add(new Line("same", "and " + (others.size() - MOST) + " more"));
    }
  }

  private void add(Change change, String meaning) {
    lines.add(new Line(SvgElements.style(change), change.sign() + " " + meaning));
  }

  private static String style(String other) {
    for (Change change : Change.values()) {
      if (change != Change.SAME && other.startsWith(change.sign())) {
        return SvgElements.style(change);
      }
    }
    return SvgElements.style(Change.SAME);
  }

  private static String keys(Diagram diagram) {
    Set<KeyMark> used =
        diagram.tables().stream()
            .flatMap(table -> table.columns().stream())
            .flatMap(column -> column.keys().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    return used.stream().map(key -> key + " " + key.meaning()).collect(Collectors.joining("   "));
  }

  int width() {
    return (int)
        Math.ceil(
            lines.stream()
                .mapToDouble(line -> TextWidth.monospaced(PrintableText.of(line.text())))
                .max()
                .orElse(0));
  }

  int height() {
    return lines.isEmpty() ? 0 : lines.size() * LINE + 16;
  }

  void write(SvgElements svg, int x, int top) {
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      svg.text("legend " + line.style(), x, top + 14 + i * LINE, PrintableText.of(line.text()));
    }
  }
}
