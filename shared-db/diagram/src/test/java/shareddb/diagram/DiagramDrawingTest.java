package shareddb.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.diagram.mermaid.MermaidDiagram;
import shareddb.diagram.model.Diagram;
import shareddb.diagram.model.DiagramTable;
import shareddb.diagram.svg.SvgDiagram;
import shareddb.testing.TestDatabase;

final class DiagramDrawingTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  @TempDir Path folder;

  @Test
  void theSchemaIsDrawnAsItIs() throws IOException, SQLException {
    TrackCase shop = TrackCase.in(folder, DATABASE.admin(), "shop_as_it_is");
    shop.upgrade("1");

    DiagramResult.Drawn drawn = drawn(shop.drawing().asItIs());

    new GoldenFile("shop.svg").holds(SvgDiagram.of(drawn.diagram(), drawn.legend()));
    new GoldenFile("shop.mermaid").holds(MermaidDiagram.of(drawn.diagram(), drawn.legend()));
  }

  @Test
  void withoutASchemaTheMigrationsAreDrawn() throws IOException, SQLException {
    TrackCase shop = TrackCase.in(folder, DATABASE.admin(), "shop_not_there");

    DiagramResult.Drawn drawn = drawn(shop.drawing().asItIs());

    assertThat(drawn.legend().title()).isEqualTo("40_shop at version 2");
    assertThat(drawn.diagram().tables())
        .extracting(table -> table.name())
        .containsExactly("customers", "open_orders", "order_lines", "orders", "payments");
  }

  @Test
  void pendingMigrationsAreColoured() throws IOException, SQLException {
    TrackCase shop = TrackCase.in(folder, DATABASE.admin(), "shop_next");
    shop.upgrade("1");

    DiagramResult.Drawn drawn = drawn(shop.drawing().next());

    assertThat(changes(drawn.diagram()))
        .containsExactly(
            "~ customers",
            "~ customers.nickname",
            "+ customers.born_on",
            "- invoices",
            "- invoices.order_id",
            "~ orders",
            "~ orders.customer_id",
            "- orders.note",
            "+ payments",
            "+ payments.id",
            "+ payments.order_id");
    assertThat(drawn.diagram().otherChanges())
        .containsExactly(
            "~ column customers.nickname: text → text NOT NULL",
            "~ column orders.customer_id: bigint NOT NULL → bigint",
            "+ index orders_made_at_idx");
    new GoldenFile("shop-next.svg").holds(SvgDiagram.of(drawn.diagram(), drawn.legend()));
  }

  @Test
  void driftIsColoured() throws IOException, SQLException {
    TrackCase shop = TrackCase.in(folder, DATABASE.admin(), "shop_drift");
    shop.upgrade("2");
    shop.execute("ALTER TABLE customers ADD COLUMN by_hand text");
    shop.execute("ALTER TABLE payments DROP COLUMN order_id");
    shop.execute("ALTER TABLE orders ALTER COLUMN made_at DROP DEFAULT");

    DiagramResult.Drawn drawn = drawn(shop.drawing().drift());

    assertThat(changes(drawn.diagram()))
        .containsExactly(
            "~ customers",
            "+ customers.by_hand",
            "~ orders",
            "~ orders.made_at",
            "~ payments",
            "- payments.order_id");
    new GoldenFile("shop-drift.mermaid").holds(MermaidDiagram.of(drawn.diagram(), drawn.legend()));
  }

  @Test
  void withoutDriftNothingIsColoured() throws IOException, SQLException {
    TrackCase shop = TrackCase.in(folder, DATABASE.admin(), "shop_no_drift");
    shop.upgrade("2");

    DiagramResult.Drawn drawn = drawn(shop.drawing().drift());

    assertThat(drawn.diagram().hasChanges()).isFalse();
    assertThat(SvgDiagram.of(drawn.diagram(), drawn.legend())).contains("no difference");
  }

  private static DiagramResult.Drawn drawn(DiagramResult result) {
    if (result instanceof DiagramResult.Drawn drawn) {
      return drawn;
    }
    throw new AssertionError("not drawn: " + result);
  }

  private static List<String> changes(Diagram diagram) {
    List<String> changes = new ArrayList<>();
    for (DiagramTable table : diagram.tables()) {
      changes.add(table.change().sign() + " " + table.name());
      table
          .columns()
          .forEach(c -> changes.add(c.change().sign() + " " + table.name() + "." + c.name()));
    }
    changes.removeIf(line -> line.startsWith(" "));
    return changes;
  }
}
