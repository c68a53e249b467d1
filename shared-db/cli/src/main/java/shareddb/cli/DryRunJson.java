package shareddb.cli;

import java.util.List;
import shareddb.catalog.CatalogDifference;
import shareddb.catalog.CatalogObject;
import shareddb.cli.json.Json;
import shareddb.migrate.AppliedStep;
import shareddb.migrate.Plan;
import shareddb.migrate.PlannedScript;

/** What a command would do, as a program reads it. */
final class DryRunJson {

  private DryRunJson() {}

  static Json of(Plan.Scripts<?> plan, DryRun run) {
    return begin(plan, run).put("dry_run", "print").put("scripts", scripts(plan, run));
  }

  static Json of(
      Plan.Scripts<?> plan, List<AppliedStep> steps, List<CatalogDifference> changes, DryRun run) {
    return begin(plan, run)
        .put("dry_run", "execute")
        .put("steps", Steps.json(steps))
        .put("changes", changes.stream().map(DryRunJson::change).toList());
  }

  private static Json begin(Plan.Scripts<?> plan, DryRun run) {
    return run.chosen().json().put("from", plan.from().toString()).put("to", plan.to().toString());
  }

  private static List<Json> scripts(Plan.Scripts<?> plan, DryRun run) {
    return plan.all().stream().map(script -> script(script, run)).toList();
  }

  private static Json script(PlannedScript script, DryRun run) {
    return new Json()
        .put("title", script.title())
        .put("version", script.version().map(Object::toString))
        .put("file", script.file().map(run.surroundings()::shown))
        .put("in_transaction", script.inOneTransaction())
        .put("search_path", script.searchPath())
        .put("sql", script.sql())
        .put("history", script.history());
  }

  private static Json change(CatalogDifference difference) {
    return switch (difference) {
      case CatalogDifference.Missing(CatalogObject object, String before) ->
          change(object, "dropped").put("before", before).putNull("after");
      case CatalogDifference.Unexpected(CatalogObject object, String after) ->
          change(object, "created").putNull("before").put("after", after);
      case CatalogDifference.Changed(CatalogObject object, String before, String after) ->
          change(object, "changed").put("before", before).put("after", after);
    };
  }

  private static Json change(CatalogObject object, String what) {
    return new Json().put("kind", object.kind()).put("name", object.name()).put("change", what);
  }
}
