package shareddb.diagram.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import shareddb.diagram.model.Diagram;
import shareddb.diagram.model.DiagramRelation;
import shareddb.diagram.model.DiagramTable;

/**
 * Places tables in layers from left to right, each table to the right of those that it refers to.
 * Each line begins and ends at the row of its column. The same diagram is always placed in the same
 * way.
 */
public final class LayeredLayout {

  /** The distance between two lines that end at one row. */
  private static final int APART = 8;

  private final ElkNode graph = ElkGraphUtil.createGraph();
  private final Map<String, ElkNode> nodes = new LinkedHashMap<>();
  private final Map<String, TableBox> boxes = new HashMap<>();
  private final Map<ElkNode, Map<String, ElkPort>> ports = new HashMap<>();

  private LayeredLayout() {
    graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    graph.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
    graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    graph.setProperty(LayeredOptions.PADDING, new ElkPadding(0));
    graph.setProperty(LayeredOptions.ASPECT_RATIO, 1.8);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE, 32.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, 24.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 12.0);
    graph.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, 36.0);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 72.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 30.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 12.0);
    graph.setProperty(LayeredOptions.SPACING_NODE_SELF_LOOP, 30.0);
    graph.setProperty(LayeredOptions.THOROUGHNESS, 30);
  }

  /** Places all tables and routes all relations. */
  public static PlacedDiagram of(Diagram diagram) {
    return new LayeredLayout().place(diagram);
  }

  private PlacedDiagram place(Diagram diagram) {
    diagram.tables().forEach(this::add);
    Map<DiagramRelation, ElkEdge> edges = new LinkedHashMap<>();
    for (DiagramRelation relation : diagram.relations()) {
      edges.put(relation, edge(relation));
    }
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    new RecursiveGraphLayoutEngine().layout(graph, new NullElkProgressMonitor());
    List<PlacedTable> tables = diagram.tables().stream().map(table -> placed(table)).toList();
    List<PlacedRelation> relations = new ArrayList<>();
    edges.forEach((relation, edge) -> relations.add(new PlacedRelation(relation, corners(edge))));
    return new PlacedDiagram(
        tables, relations, rounded(graph.getWidth()), rounded(graph.getHeight()));
  }

  private PlacedTable placed(DiagramTable table) {
    ElkNode node = node(table.name());
    return new PlacedTable(box(table.name()), rounded(node.getX()), rounded(node.getY()));
  }

  private void add(DiagramTable table) {
    TableBox box = TableBox.of(table);
    ElkNode node = ElkGraphUtil.createNode(graph);
    node.setDimensions(box.width(), box.height());
    node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
    nodes.put(table.name(), node);
    boxes.put(table.name(), box);
    ports.put(node, new HashMap<>());
  }

  private ElkEdge edge(DiagramRelation relation) {
    String end = relation.optional() ? "optional" : "required";
    return ElkGraphUtil.createSimpleEdge(
        port(relation.referenced(), relation.referencedColumns().getLast(), PortSide.EAST, end),
        port(relation.table(), relation.columns().getLast(), PortSide.WEST, relation.name()));
  }

  /** Relations that look the same at this end share its port; others are drawn beside it. */
  private ElkPort port(String table, String column, PortSide side, String end) {
    ElkNode node = node(table);
    Map<String, ElkPort> here = ports.computeIfAbsent(node, none -> new HashMap<>());
    String row = side + " " + column + " ";
    ElkPort known = here.get(row + end);
    if (known != null) {
      return known;
    }
    long others = here.keySet().stream().filter(key -> key.startsWith(row)).count();
    ElkPort port = ElkGraphUtil.createPort(node);
    port.setProperty(LayeredOptions.PORT_SIDE, side);
    port.setLocation(
        side == PortSide.EAST ? node.getWidth() : 0,
        box(table).middle(column) + (others == 0 ? 0 : others % 2 == 1 ? APART : -APART));
    here.put(row + end, port);
    return port;
  }

  private ElkNode node(String table) {
    ElkNode node = nodes.get(table);
    if (node == null) {
      throw new IllegalStateException("a relation names a table that is not drawn: " + table);
    }
    return node;
  }

  private TableBox box(String table) {
    TableBox box = boxes.get(table);
    if (box == null) {
      throw new IllegalStateException("there is no box of " + table);
    }
    return box;
  }

  private static List<PlacedRelation.Point> corners(ElkEdge edge) {
    ElkEdgeSection section = edge.getSections().getFirst();
    Stream<PlacedRelation.Point> bends = section.getBendPoints().stream().map(LayeredLayout::point);
    return Stream.of(
            Stream.of(point(section.getStartX(), section.getStartY())),
            bends,
            Stream.of(point(section.getEndX(), section.getEndY())))
        .flatMap(points -> points)
        .toList();
  }

  private static PlacedRelation.Point point(ElkBendPoint bend) {
    return point(bend.getX(), bend.getY());
  }

  private static PlacedRelation.Point point(double x, double y) {
    return new PlacedRelation.Point(rounded(x), rounded(y));
  }

  private static int rounded(double value) {
    return (int) Math.round(value);
  }
}
