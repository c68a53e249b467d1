package shareddb.cli.result;

import java.util.Comparator;
import java.util.List;
import shareddb.cli.output.TextTable;
import shareddb.tenants.fleet.target.TargetOutcome;

/** Which tenants failed, and why: the first of them. */
public record FailedTenantsText(List<TargetOutcome.Failed> all) {

  private static final int SHOWN = 10;

  /**
   * Each on a line of its own, with a line's end before it.
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
