package shareddb.schema.catalog;

import java.util.Comparator;

/** One object of a schema: a table, a column, an index, a grant. */
public record CatalogObject(String kind, String name) implements Comparable<CatalogObject> {

  private static final Comparator<CatalogObject> ORDER =
      Comparator.comparing(CatalogObject::kind).thenComparing(CatalogObject::name);

  @Override
  public int compareTo(CatalogObject other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return kind + " " + name;
  }
}
