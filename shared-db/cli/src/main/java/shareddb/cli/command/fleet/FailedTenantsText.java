package shareddb.cli.command.fleet;

import java.util.Comparator;
import java.util.List;
import shareddb.cli.output.TextTable;
import shareddb.tenants.fleet.targets.TargetOutcome;

/** The first of the tenants that failed, with their reasons. */
public record FailedTenantsText(List<TargetOutcome.Failed> all) {

  private static final int SHOWN = 10;

  /**
   * Returns one line for each tenant, each starting with a line break.
   *
   * @param rest the command that shows all
   */
  public String lines(String rest) {
    TextTable table = new TextTable();
    all.stream()
        .sorted(Comparator.comparing(failed -> failed.member().label()))
        .limit(SHOWN)
        .forEach(
            failed ->
                table.row("  " + failed.member(), "at " + failed.to(), failed.reason().strip()));
    StringBuilder lines = new StringBuilder();
    table.lines().forEach(line -> lines.append('\n').append(line));
    if (all.size() > SHOWN) {
      lines.append("\n  and ").append(all.size() - SHOWN).append(" more:  ").append(rest);
    }
    return lines.toString();
  }
}
