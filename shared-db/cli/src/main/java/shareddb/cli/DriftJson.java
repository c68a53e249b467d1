package shareddb.cli;

import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import shareddb.catalog.CatalogDifference;
import shareddb.catalog.CatalogObject;
import shareddb.drift.DriftResult;
import shareddb.track.Version;

/** What {@code ./db drift --json} prints. */
final class DriftJson {

  private DriftJson() {}

  static String of(Chosen chosen, DriftResult.Same same) {
    return document(chosen, same.version(), List.of(), same.reordered());
  }

  static String of(Chosen chosen, DriftResult.Differs differs) {
    return document(
        chosen,
        differs.version(),
        differs.comparison().differences(),
        differs.comparison().reordered());
  }

  private static String document(
      Chosen chosen, Version version, List<CatalogDifference> differences, List<String> reordered) {
    return """
        {"track": %s, "schema": %s, "version": %s, "same": %s, "differences": %s, \
        "reordered_tables": %s}"""
        .formatted(
            text(chosen.track().label()),
            text(chosen.target().schema().value()),
            text(version.toString()),
            differences.isEmpty(),
            differences.stream().map(DriftJson::one).collect(array()),
            reordered.stream().map(DriftJson::text).collect(array()));
  }

  private static String one(CatalogDifference difference) {
    return switch (difference) {
      case CatalogDifference.Missing(var object, String wanted) ->
          one(object, "missing", text(wanted), "null");
      case CatalogDifference.Unexpected(var object, String found) ->
          one(object, "unexpected", "null", text(found));
      case CatalogDifference.Changed(var object, String wanted, String found) ->
          one(object, "changed", text(wanted), text(found));
    };
  }

  private static String one(CatalogObject object, String reason, String wanted, String found) {
    return "{\"kind\": %s, \"name\": %s, \"reason\": %s, \"wanted\": %s, \"found\": %s}"
        .formatted(text(object.kind()), text(object.name()), text(reason), wanted, found);
  }

  private static Collector<CharSequence, ?, String> array() {
    return Collectors.joining(", ", "[", "]");
  }

  private static String text(String value) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"', '\\' -> json.append('\\').append(c);
        case '\n' -> json.append("\\n");
        case '\t' -> json.append("\\t");
        default -> json.append(c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
      }
    }
    return json.append('"').toString();
  }
}
