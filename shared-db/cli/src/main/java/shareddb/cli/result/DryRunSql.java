package shareddb.cli.result;

import shareddb.migrate.script.Plan;
import shareddb.migrate.script.PlannedScript;

/** Writes a plan as a script that psql can run unchanged. */
public final class DryRunSql {

  private final StringBuilder text = new StringBuilder();
  private final Plan.Scripts<?> plan;
  private final DryRunText run;

  private DryRunSql(Plan.Scripts<?> plan, DryRunText run) {
    this.plan = plan;
    this.run = run;
  }

  public static String of(Plan.Scripts<?> plan, DryRunText run) {
    return new DryRunSql(plan, run).text();
  }

  private String text() {
    comment(run.chosen().schema() + ": " + plan.from() + " to " + plan.to());
    comment("what " + run.typed(plan) + " would run; nothing was changed");
    boolean asOne = plan.transactions() == Plan.Transactions.ALL_IN_ONE;
    if (asOne) {
      statement("\nBEGIN;");
    }
    for (PlannedScript script : plan.all()) {
      boolean own = !asOne && script.inOneTransaction();
      text.append('\n');
      comment(run.shown(script) + (script.inOneTransaction() ? "" : ", not in a transaction"));
      script(script, own);
    }
    if (asOne) {
      statement("\nCOMMIT;");
    }
    return text.toString();
  }

  private void script(PlannedScript script, boolean own) {
    if (own) {
      statement("BEGIN;");
    }
    statement(
        "%s search_path = %s;"
            .formatted(script.inOneTransaction() ? "SET LOCAL" : "SET", script.searchPath()));
    statement(script.sql());
    // A script's last statement may have no semicolon.
    if (!script.sql().stripTrailing().endsWith(";")) {
      statement(";");
    }
    statement(script.history());
    if (own) {
      statement("COMMIT;");
    }
  }

  private void comment(String line) {
    text.append("-- ").append(line.replace('\n', ' ')).append('\n');
  }

  private void statement(String sql) {
    String stripped = sql.stripTrailing();
    if (!stripped.isEmpty()) {
      text.append(stripped).append('\n');
    }
  }
}
