package shareddb.cli.command.fleet;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.JsonOption;
import shareddb.cli.output.Terminal;
import shareddb.cli.output.TextTable;
import shareddb.cli.output.TimeText;
import shareddb.migrate.journal.FleetRunEntry;
import shareddb.migrate.journal.RunJournal;
import shareddb.migrate.journal.RunTarget;

/** The command {@code ./db tenants run N}. */
@CommandLine.Command
public final class TenantRunCommand implements Command {

  /** The order of the targets: first those that the operator has to look at. */
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
  public ExitCode run(CommandContext context) throws SQLException {
    RunJournal runs = new RunJournal(context.settings().admin());
    FleetRunEntry run =
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
    Terminal terminal = context.terminal();
    return json.tell(
        terminal,
        () ->
            FleetRunText.json(run)
                .put("targets", targets.stream().map(FleetRunText::json).toList()),
        () -> print(run, targets, terminal));
  }

  private static void print(FleetRunEntry run, List<RunTarget> targets, Terminal terminal) {
    terminal.print(
        "run %d, %s to %s, %s, by %s: %s"
            .formatted(
                run.id(),
                run.operation(),
                run.to(),
                TimeText.of(run.startedAt()),
                run.by(),
                FleetRunText.outcome(run, terminal)));
    run.continuedBy().ifPresent(next -> terminal.print("run " + next + " went on with it"));
    TextTable table = new TextTable();
    table.row("TENANT", "SCHEMA", "VERSION", "TOOK", "OUTCOME");
    targets.forEach(target -> row(table, target, terminal));
    terminal.print(table);
    if (targets.stream().anyMatch(target -> target.status() == RunTarget.Status.UNKNOWN)) {
      String module = run.track().replaceFirst("/.*", "");
      terminal.advise("./db tenants status " + module + "     reads how far each one is");
    }
  }

  private static void row(TextTable table, RunTarget target, Terminal terminal) {
    String word = target.status().word();
    table.row(
        target.label(),
        target.schema().value(),
        target.from() + " " + terminal.arrow() + " " + target.to(),
        target.took().isZero() ? "-" : TimeText.took(target.took()),
        switch (target.status()) {
          case DONE -> terminal.good(word);
          case FAILED, UNKNOWN -> terminal.bad(word) + ": " + target.error().orElse("");
          case PENDING, LEFT -> word;
        });
  }
}
