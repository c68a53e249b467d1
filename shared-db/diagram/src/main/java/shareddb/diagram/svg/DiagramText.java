package shareddb.diagram.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import shareddb.base.names.PrintableText;
import shareddb.diagram.model.Change;
import shareddb.diagram.model.Diagram;
import shareddb.diagram.model.DiagramColumn;
import shareddb.diagram.model.DiagramLegend;
import shareddb.diagram.model.DiagramRelation;
import shareddb.diagram.model.DiagramTable;
import shareddb.diagram.model.KeyMark;

/** The same diagram in words, for people who do not see it. */
record DiagramText(DiagramLegend legend) {

  String of(Diagram diagram) {
    List<String> sentences = new ArrayList<>();
    diagram.tables().forEach(table -> sentences.add(sentence(table)));
    diagram.relations().forEach(relation -> sentences.add(sentence(relation)));
    return String.join(" ", sentences);
  }

  private String sentence(DiagramTable table) {
    String kind = table.kind().label();
    String columns = table.columns().stream().map(this::column).collect(Collectors.joining(", "));
    return PrintableText.of(table.name())
        + (kind.isEmpty() ? "" : " (" + kind + ")")
        + in(table.change())
        + (columns.isEmpty() ? "" : ": " + columns)
        + ".";
  }

  private String column(DiagramColumn column) {
    String keys = column.keys().stream().map(KeyMark::meaning).collect(Collectors.joining(", "));
    return PrintableText.of(column.name())
        + " "
        + PrintableText.of(column.type())
        + (keys.isEmpty() ? "" : " (" + keys + ")")
        + in(column.change());
  }

  String sentence(DiagramRelation relation) {
    return side(relation.table(), relation.columns())
        + " refers to "
        + side(relation.referenced(), relation.referencedColumns())
        + in(relation.change())
        + ".";
  }

  private static String side(String table, List<String> columns) {
    return PrintableText.of(table)
        + " ("
        + columns.stream().map(PrintableText::of).collect(Collectors.joining(", "))
        + ")";
  }

  private String in(Change change) {
    return switch (change) {
      case SAME -> "";
      case ADDED -> " [" + legend.added() + "]";
      case CHANGED -> " [" + legend.changed() + "]";
      case REMOVED -> " [" + legend.removed() + "]";
    };
  }
}
