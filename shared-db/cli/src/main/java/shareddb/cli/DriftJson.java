package shareddb.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import shareddb.catalog.CatalogDifference;
import shareddb.catalog.CatalogObject;
import shareddb.cli.json.Json;
import shareddb.drift.DriftResult;
import shareddb.track.Version;

/** What {@code ./db drift --json} prints. */
final class DriftJson {

  private DriftJson() {}

  static Json of(Chosen chosen, DriftResult.Same same) {
    return document(chosen, same.version(), List.of(), same.reordered());
  }

  static Json of(Chosen chosen, DriftResult.Differs differs) {
    return document(
        chosen,
        differs.version(),
        differs.comparison().differences(),
        differs.comparison().reordered());
  }

  private static Json document(
      Chosen chosen, Version version, List<CatalogDifference> differences, List<String> reordered) {
    return chosen
        .json()
        .put("version", version.toString())
        .put("same", differences.isEmpty())
        .put("differences", differences(differences))
        .putTexts("reordered_tables", reordered);
  }

  static List<Json> differences(List<CatalogDifference> differences) {
    return differences.stream().map(DriftJson::one).toList();
  }

  private static Json one(CatalogDifference difference) {
    return switch (difference) {
      case CatalogDifference.Missing(var object, String wanted) ->
          one(object, "missing", wanted, null);
      case CatalogDifference.Unexpected(var object, String found) ->
          one(object, "unexpected", null, found);
      case CatalogDifference.Changed(var object, String wanted, String found) ->
          one(object, "changed", wanted, found);
    };
  }

  private static Json one(
      CatalogObject object, String reason, @Nullable String wanted, @Nullable String found) {
    return new Json()
        .put("kind", object.kind())
        .put("name", object.name())
        .put("reason", reason)
        .put("wanted", wanted)
        .put("found", found);
  }
}
