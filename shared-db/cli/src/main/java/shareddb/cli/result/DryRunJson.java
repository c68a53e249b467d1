package shareddb.cli.result;

import java.util.List;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.StepsText;
import shareddb.migrate.script.AppliedStep;
import shareddb.migrate.script.Plan;
import shareddb.migrate.script.PlannedScript;
import shareddb.schema.catalog.CatalogDifference;

/** The JSON of a dry run. */
final class DryRunJson {

  private DryRunJson() {}

  static JsonObject of(Plan.Scripts<?> plan, DryRunText run) {
    return begin(plan, run).put("dry_run", "print").put("scripts", scripts(plan, run));
  }

  static JsonObject of(
      Plan.Scripts<?> plan,
      List<AppliedStep> steps,
      List<CatalogDifference> changes,
      DryRunText run) {
    return begin(plan, run)
        .put("dry_run", "execute")
        .put("steps", StepsText.json(steps))
        .put("changes", DriftText.CHANGES.json(changes));
  }

  private static JsonObject begin(Plan.Scripts<?> plan, DryRunText run) {
    return run.chosen().json().put("from", plan.from().toString()).put("to", plan.to().toString());
  }

  private static List<JsonObject> scripts(Plan.Scripts<?> plan, DryRunText run) {
    return plan.all().stream().map(script -> script(script, run)).toList();
  }

  private static JsonObject script(PlannedScript script, DryRunText run) {
    return new JsonObject()
        .put("title", script.title())
        .put("version", script.version().map(Object::toString))
        .put("file", script.file().map(run.context()::shown))
        .put("in_transaction", script.inOneTransaction())
        .put("search_path", script.searchPath())
        .put("sql", script.sql())
        .put("history", script.history());
  }
}
