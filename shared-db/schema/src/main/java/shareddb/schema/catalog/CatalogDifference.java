package shareddb.schema.catalog;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One object that differs from the wanted schema. */
public sealed interface CatalogDifference {

  CatalogObject object();

  record Missing(CatalogObject object, String wanted) implements CatalogDifference {}

  record Unexpected(CatalogObject object, String found) implements CatalogDifference {}

  record Changed(CatalogObject object, String wanted, String found) implements CatalogDifference {}

  static Optional<CatalogDifference> between(
      CatalogObject object, @Nullable String wanted, @Nullable String found) {
    if (wanted == null) {
      return found == null ? Optional.empty() : Optional.of(new Unexpected(object, found));
    }
    if (found == null) {
      return Optional.of(new Missing(object, wanted));
    }
    return wanted.equals(found)
        ? Optional.empty()
        : Optional.of(new Changed(object, wanted, found));
  }
}
