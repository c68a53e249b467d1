package shareddb.cli;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import shareddb.journal.Run;
import shareddb.journal.RunTarget;
import shareddb.journal.Runs;

/** {@code ./db tenants run N}. */
@CommandLine.Command
final class TenantRunCommand implements Command {

  /** What somebody has to see to comes first. */
  private static final List<RunTarget.Status> ORDER =
      List.of(
          RunTarget.Status.UNKNOWN,
          RunTarget.Status.FAILED,
          RunTarget.Status.LEFT,
          RunTarget.Status.PENDING,
          RunTarget.Status.DONE);

  @Parameters(index = "0", paramLabel = "NUMBER", description = "the run's number")
  private long number;

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(Surroundings surroundings) throws SQLException {
    Runs runs = new Runs(surroundings.settings().admin());
    Run run =
        runs.find(number)
            .orElseThrow(
                () ->
                    CommandFailure.usage(
                        "there is no run " + number, "./db tenants runs     prints the newest"));
    List<RunTarget> targets =
        runs.targets(number).stream()
            .sorted(
                Comparator.comparing((RunTarget target) -> ORDER.indexOf(target.status()))
                    .thenComparing(RunTarget::label))
            .toList();
    Terminal terminal = surroundings.terminal();
    return json.tell(
        terminal,
        () ->
            TenantRunLines.json(run)
                .put("targets", targets.stream().map(TenantRunLines::json).toList()),
        () -> print(run, targets, terminal));
  }

  private static void print(Run run, List<RunTarget> targets, Terminal terminal) {
    terminal.print(
        "run %d, %s to %s, %s, by %s: %s"
            .formatted(
                run.id(),
                run.operation(),
                run.to(),
                Moment.of(run.startedAt()),
                run.by(),
                TenantRunLines.outcome(run, terminal)));
    run.continuedBy().ifPresent(next -> terminal.print("run " + next + " went on with it"));
    Table table = new Table();
    table.row("TENANT", "SCHEMA", "VERSION", "TOOK", "OUTCOME");
    targets.forEach(target -> row(table, target, terminal));
    terminal.print(table);
    if (targets.stream().anyMatch(target -> target.status() == RunTarget.Status.UNKNOWN)) {
      String module = run.track().replaceFirst("/.*", "");
      terminal.advise("./db tenants status " + module + "     reads how far each one is");
    }
  }

  private static void row(Table table, RunTarget target, Terminal terminal) {
    String word = target.status().word();
    table.row(
        target.label(),
        target.schema().value(),
        target.from() + " " + terminal.arrow() + " " + target.to(),
        target.took().isZero() ? "-" : Moment.took(target.took()),
        switch (target.status()) {
          case DONE -> terminal.good(word);
          case FAILED, UNKNOWN -> terminal.bad(word) + ": " + target.error().orElse("");
          case PENDING, LEFT -> word;
        });
  }
}
