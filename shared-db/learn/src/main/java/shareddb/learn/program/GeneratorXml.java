package shareddb.learn.program;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import shareddb.base.settings.Login;
import shareddb.learn.trial.SchemaCopy;

/**
 * The configuration of jOOQ's generator: the element {@code <generator>} in the learner's {@code
 * jooq.xml}, or else the usual one of a module.
 */
record GeneratorXml(String text) {

  static final String FILE = "jooq.xml";

  private static final String USUAL =
      """
      <generator>
        <database>
          <excludes>flyway_schema_history</excludes>
          <forcedTypes>
            <forcedType>
              <name>INSTANT</name>
              <includeTypes>(?i:timestamptz|timestamp.*with time zone)</includeTypes>
            </forcedType>
          </forcedTypes>
        </database>
      </generator>
      """;

  static GeneratorXml in(Path work) throws IOException {
    Path file = work.resolve(FILE);
    return new GeneratorXml(Files.exists(file) ? Files.readString(file) : USUAL);
  }

  /** The whole configuration, for one schema and one folder. */
  String configuration(SchemaCopy copy, Path output) throws ProgramFailure {
    Document document = parsed();
    Element generator = document.getDocumentElement();
    if (!generator.getTagName().equals("generator")) {
      throw new ProgramFailure(FILE + ": its element is no <generator>");
    }
    Element database = child(generator, "database");
    set(database, "name", "org.jooq.meta.postgres.PostgresDatabase");
    set(database, "inputSchema", copy.target().schema().value());
    set(database, "outputSchemaToDefault", "true");
    Element target = child(generator, "target");
    set(target, "packageName", "exercise.db");
    set(target, "directory", output.toString());
    Element configuration = document.createElement("configuration");
    document.replaceChild(configuration, generator);
    set(configuration, "logging", "FATAL");
    login(configuration, copy.target().admin());
    configuration.appendChild(generator);
    return written(document);
  }

  private static void login(Element configuration, Login login) {
    Element jdbc = child(configuration, "jdbc");
    set(jdbc, "driver", "org.postgresql.Driver");
    set(jdbc, "url", login.jdbcUrl());
    set(jdbc, "user", login.user());
    set(jdbc, "password", login.password().reveal());
  }

  private Document parsed() throws ProgramFailure {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      // jOOQ's namespace is left out: the elements that are added have none either.
      String plain = text.replaceFirst("(<generator)\\s+xmlns=\"[^\"]*\"", "$1");
      return builder.parse(new InputSource(new StringReader(plain)));
    } catch (SAXParseException e) {
      throw new ProgramFailure("%s:%d: %s".formatted(FILE, e.getLineNumber(), e.getMessage()));
    } catch (SAXException | IOException e) {
      throw new ProgramFailure(FILE + ": " + e.getMessage());
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every JDK has an XML parser", e);
    }
  }

  private static Element child(Element parent, String name) {
    NodeList there = parent.getElementsByTagName(name);
    if (there.getLength() > 0) {
      return (Element) there.item(0);
    }
    Element child = parent.getOwnerDocument().createElement(name);
    parent.appendChild(child);
    return child;
  }

  /** Sets a child's text. An existing child of the same name directly below is replaced. */
  private static void set(Element parent, String name, String value) {
    NodeList children = parent.getChildNodes();
    for (int i = children.getLength() - 1; i >= 0; i--) {
      if (children.item(i).getNodeName().equals(name)) {
        parent.removeChild(children.item(i));
      }
    }
    Element child = parent.getOwnerDocument().createElement(name);
    child.setTextContent(value);
    parent.appendChild(child);
  }

  private static String written(Document document) {
    try {
      Transformer transformer = TransformerFactory.newInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      StringWriter text = new StringWriter();
      transformer.transform(new DOMSource(document), new StreamResult(text));
      return text.toString();
    } catch (TransformerException e) {
      throw new IllegalStateException("cannot write the configuration of jOOQ's generator", e);
    }
  }
}
