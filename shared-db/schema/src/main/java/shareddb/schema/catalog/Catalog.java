package shareddb.schema.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shareddb.base.jdbc.Query;
import shareddb.base.names.RoleName;
import shareddb.base.names.SchemaName;

/**
 * The content of a schema without its history table: each object with its definition, in a text
 * that does not depend on the schema's own name. Two schemas are alike if their catalogs are equal.
 */
public record Catalog(SortedMap<CatalogObject, String> definitions) {

  /** The catalog of a schema that does not exist. */
  public static final Catalog EMPTY = new Catalog(new TreeMap<>());

  /**
   * SQL that defines the objects of the schemas in its first parameter; a query of them follows.
   */
  static final String OBJECTS =
      resource("scope.sql")
          + ", object (schema, kind, name, definition) AS (\n"
          + Stream.of("tables.sql", "code.sql", "rights.sql", "comments.sql")
              .map(Catalog::resource)
              .collect(Collectors.joining("\nUNION ALL\n"))
          + ")\n";

  private static final String QUERY =
      OBJECTS + "SELECT kind, name, definition FROM object ORDER BY kind, name";

  public Catalog {
    definitions = Collections.unmodifiableSortedMap(new TreeMap<>(definitions));
  }

  /** Reads one schema; empty if the schema does not exist. */
  public static Catalog read(Connection connection, SchemaName schema) throws SQLException {
    String before = searchPath(connection);
    setSearchPath(connection, schema.quoted());
    try {
      return query(connection, schema);
    } finally {
      setSearchPath(connection, before);
    }
  }

  /** The differences, object by object; {@code this} is the wanted catalog. */
  public List<CatalogDifference> differences(Catalog found) {
    SortedSet<CatalogObject> objects = new TreeSet<>(definitions.keySet());
    objects.addAll(found.definitions.keySet());
    List<CatalogDifference> differences = new ArrayList<>();
    for (CatalogObject object : objects) {
      CatalogDifference.between(object, definitions.get(object), found.definitions.get(object))
          .ifPresent(differences::add);
    }
    return List.copyOf(differences);
  }

  private static Catalog query(Connection connection, SchemaName schema) throws SQLException {
    SortedMap<CatalogObject, String> definitions = new TreeMap<>();
    Query.of(connection, QUERY, List.of(schema.value()))
        .each(
            row ->
                definitions.put(
                    new CatalogObject(row.getString(1), general(row.getString(2), schema)),
                    general(String.valueOf(row.getString(3)), schema)));
    return new Catalog(definitions);
  }

  /** Replaces the API's role by a placeholder, because it is named after the schema. */
  private static String general(String text, SchemaName schema) {
    return text.replace(RoleName.apiOf(schema).value(), "${api_role}");
  }

  static String searchPath(Connection connection) throws SQLException {
    return Query.of(connection, "SHOW search_path").one(row -> row.getString(1));
  }

  static void setSearchPath(Connection connection, String path) throws SQLException {
    String sql = "SELECT set_config('search_path', ?, false)";
    Query.of(connection, sql, path).each(row -> {});
  }

  static String resource(String name) {
    try (InputStream stream = Catalog.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is missing from the jar");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
