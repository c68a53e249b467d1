package shareddb.cli;

import java.util.List;
import shareddb.migrate.AppliedStep;
import shareddb.migrate.StatementError;

/** How the steps of an upgrade or a downgrade are shown. */
final class Steps {

  private Steps() {}

  static void print(Terminal terminal, List<AppliedStep> steps) {
    Table table = new Table();
    steps.forEach(
        step ->
            table.row(
                terminal.tick() + " " + step.version(),
                step.description(),
                terminal.faint(Moment.took(step.duration()))));
    terminal.print(table);
  }

  /** What Postgres said, with all it added. */
  static String said(StatementError error) {
    return "Postgres says: "
        + error.message()
        + " (SQLSTATE "
        + error.sqlState()
        + ")"
        + error.detail().map(detail -> "\n" + detail).orElse("")
        + error.hint().map(hint -> "\nhint: " + hint).orElse("");
  }
}
