package shareddb.diagram.mermaid;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import shareddb.base.names.PrintableText;
import shareddb.diagram.model.Change;
import shareddb.diagram.model.Diagram;
import shareddb.diagram.model.DiagramColumn;
import shareddb.diagram.model.DiagramLegend;
import shareddb.diagram.model.DiagramRelation;
import shareddb.diagram.model.DiagramTable;

/**
 * Writes a diagram as a Mermaid erDiagram. Mermaid allows few characters in names: where a name has
 * others, a plain name stands for it, and the real one is shown beside it.
 */
public final class MermaidDiagram {

  private static final String PLAIN = "[A-Za-z_][A-Za-z0-9_]*";

  private final StringBuilder text = new StringBuilder();
  private final Map<String, String> ids = new HashMap<>();
  private final DiagramLegend legend;

  private MermaidDiagram(DiagramLegend legend) {
    this.legend = legend;
  }

  /** The text, which ends with a line break. */
  public static String of(Diagram diagram, DiagramLegend legend) {
    return new MermaidDiagram(legend).write(diagram);
  }

  private String write(Diagram diagram) {
    line("---");
    line("title: \"" + quotable(legend.title()) + "\"");
    line("---");
    line("erDiagram");
    diagram.tables().forEach(this::table);
    diagram.relations().forEach(this::relation);
    diagram.otherChanges().forEach(other -> line("    %% " + PrintableText.of(other)));
    return text.toString();
  }

  private void table(DiagramTable table) {
    String name = table.name();
    // The number keeps plain names apart; no table has such a name of its own.
    String id = name.matches(PLAIN) ? name : "table_" + (ids.size() + 1) + "_";
    ids.put(name, id);
    String note = meaning(table.change());
    String shown = quotable(name) + (note.isEmpty() ? "" : " (" + note + ")");
    line("    " + id + (shown.equals(id) ? "" : "[\"" + shown + "\"]") + " {");
    table.columns().forEach(this::column);
    line("    }");
  }

  private void column(DiagramColumn column) {
    String name = plain(column.name());
    String keys = column.keys().stream().map(Enum::name).collect(Collectors.joining(", "));
    String real = name.equals(column.name()) ? "" : quotable(column.name());
    String comment =
        List.of(real, meaning(column.change())).stream()
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    line(
        "        "
            + plain(column.type().replaceAll("[(),]+", "_").replaceAll("_$", ""))
            + " "
            + name
            + (keys.isEmpty() ? "" : " " + keys)
            + (comment.isEmpty() ? "" : " \"" + comment + "\""));
  }

  private void relation(DiagramRelation relation) {
    String note = meaning(relation.change());
    String label =
        relation.columns().stream().map(MermaidDiagram::quotable).collect(Collectors.joining(", "));
    line(
        "    %s %s--%s %s : \"%s\""
            .formatted(
                ids.get(relation.referenced()),
                relation.optional() ? "|o" : "||",
                relation.single() ? "o|" : "o{",
                ids.get(relation.table()),
                note.isEmpty() ? label : label + " (" + note + ")"));
  }

  private String meaning(Change change) {
    return switch (change) {
      case SAME -> "";
      case ADDED -> legend.added();
      case CHANGED -> legend.changed();
      case REMOVED -> legend.removed();
    };
  }

  private static String plain(String name) {
    String replaced = name.replaceAll("[^A-Za-z0-9_]", "_");
    return replaced.matches(PLAIN) ? replaced : "_" + replaced;
  }

  /** The characters that would end or change a quoted text are replaced. */
  private static String quotable(String text) {
    return PrintableText.of(text).replace('"', '\'').replace('\\', '/').replace('%', '\u2030');
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
