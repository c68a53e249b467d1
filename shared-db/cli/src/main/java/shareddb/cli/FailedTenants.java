package shareddb.cli;

import java.util.Comparator;
import java.util.List;
import shareddb.fleet.Outcome;

/** Which tenants failed, and why: the first of them. */
record FailedTenants(List<Outcome.Failed> all) {

  private static final int SHOWN = 10;

  /**
   * Each on a line of its own, with a line's end before it.
   *
   * @param rest the command that shows all
   */
  String lines(String rest) {
    Table table = new Table();
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
