package shareddb.cli;

import java.util.List;
import shareddb.catalog.CatalogDifference;
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
        .put("changes", DriftText.CHANGES.json(changes));
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
}
