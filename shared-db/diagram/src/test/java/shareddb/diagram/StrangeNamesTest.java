package shareddb.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xml.sax.SAXException;
import shareddb.base.jdbc.Query;
import shareddb.base.names.SchemaName;
import shareddb.diagram.mermaid.MermaidDiagram;
import shareddb.diagram.model.DiagramLegend;
import shareddb.diagram.reading.SchemaReading;
import shareddb.diagram.svg.SvgDiagram;
import shareddb.testing.TestDatabase;

final class StrangeNamesTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  private static final String SCHEMA = "a <b> & 'c' \"d\" \\ ]]> %";
  private static final String TABLE = "</text><script>alert(1)</script> \"x\"";
  private static final String COLUMN = "1st & \"2nd\" \\ % \u0001 \u202E ü 日本 😀 ";
  private static final String OTHER = "it's.dotted";

  @Test
  void namesAreShownAndNeverRead() throws Exception {
    SchemaReading reading = reading();
    String title = "a \"title\" & <more>";

    String svg = SvgDiagram.of(reading.diagram(), DiagramLegend.plain(title));

    String text = text(svg);
    assertThat(text).contains(TABLE, "1st & \"2nd\" \\ % \\u0001 \\u202e ü 日本 😀 ", OTHER, title);
    assertThat(svg).doesNotContain("<script", "\u0001", "\u202E");
    // A second reading gives the same bytes.
    assertThat(SvgDiagram.of(reading().diagram(), DiagramLegend.plain(title))).isEqualTo(svg);
  }

  @Test
  void mermaidNamesHaveNoCharacterThatMermaidReads() throws Exception {
    String text = MermaidDiagram.of(reading().diagram(), DiagramLegend.plain("strange"));

    new GoldenFile("strange.mermaid").holds(text);
    assertThat(text.lines().filter(line -> line.contains("||")))
        .containsExactly("    table_1_ ||--o{ table_2_ : \"to\"");
  }

  private static SchemaReading reading() throws SQLException {
    SchemaName schema = new SchemaName(SCHEMA);
    try (Connection connection = DATABASE.connect()) {
      Query.execute(connection, "DROP SCHEMA IF EXISTS " + schema.quoted() + " CASCADE");
      Query.execute(connection, "CREATE SCHEMA " + schema.quoted());
      Query.execute(connection, "CREATE TABLE " + schema.quoted(TABLE) + " (" + column() + ")");
      Query.execute(
          connection,
          "CREATE TABLE %s (\"to\" bigint NOT NULL REFERENCES %s)"
              .formatted(schema.quoted(OTHER), schema.quoted(TABLE)));
      return SchemaReading.of(connection, schema);
    }
  }

  private static String column() {
    return "\"" + COLUMN.replace("\"", "\"\"") + "\" bigint PRIMARY KEY";
  }

  /** All texts of the document; it would not be parsed if a name could end an element. */
  private static String text(String svg)
      throws ParserConfigurationException, IOException, SAXException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
        .getDocumentElement()
        .getTextContent();
  }
}
