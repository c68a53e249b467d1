package shareddb.cli.command.proof;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.JsonOption;
import shareddb.cli.output.CountText;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.Terminal;
import shareddb.cli.selection.TracksOption;
import shareddb.schema.lint.Lint;
import shareddb.schema.lint.LintReport;
import shareddb.schema.lint.reading.LintFinding;

/** The command {@code ./db lint [TRACK]}. */
@CommandLine.Command
public final class LintCommand implements Command {

  @Mixin private final TracksOption options = new TracksOption();

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(CommandContext context) {
    List<LintReport> reports = options.in(context).stream().map(Lint::of).toList();
    boolean clean = reports.stream().allMatch(report -> report.findings().isEmpty());
    json.tell(
        context.terminal(),
        () ->
            new JsonObject()
                .put("clean", clean)
                .put("tracks", reports.stream().map(r -> json(r, context)).toList()),
        () -> {
          reports.forEach(report -> print(report, context));
          advise(clean, context.terminal());
        });
    return clean ? ExitCode.DONE : ExitCode.DIFFERS;
  }

  private static void print(LintReport report, CommandContext context) {
    Terminal terminal = context.terminal();
    report.findings().forEach(finding -> print(finding, context));
    boolean clean = report.findings().isEmpty();
    String found = clean ? "nothing found" : CountText.of(report.findings().size(), "finding");
    String allowed = report.allowed().isEmpty() ? "" : ", " + report.allowed().size() + " allowed";
    terminal.print(
        "%s %s: %s in %s files%s"
            .formatted(
                clean ? terminal.tick() : terminal.cross(),
                report.track().label(),
                found,
                report.files(),
                allowed));
  }

  private static void print(LintFinding finding, CommandContext context) {
    Terminal terminal = context.terminal();
    terminal.print(
        terminal.strong(context.shown(finding.file()) + ":" + finding.line())
            + "  "
            + finding.rule());
    terminal.print("  " + finding.what());
    terminal.print("  instead:  " + Terminal.indented(finding.instead(), 12));
    terminal.print("");
  }

  private static void advise(boolean clean, Terminal terminal) {
    if (!clean) {
      terminal.advise(
          "mend these files, if they are not applied anywhere yet\n"
              + "what is right as it is says so, in the file, or in its undo script once it is"
              + " applied:\n"
              + "-- lint: allow RULE (why)");
    }
  }

  private static JsonObject json(LintReport report, CommandContext context) {
    return new JsonObject()
        .put("track", report.track().label())
        .put("files", report.files())
        .put("findings", report.findings().stream().map(f -> json(f, context)).toList())
        .put("allowed", report.allowed().stream().map(f -> json(f, context)).toList());
  }

  private static JsonObject json(LintFinding finding, CommandContext context) {
    return new JsonObject()
        .put("rule", finding.rule())
        .put("file", context.shown(finding.file()))
        .put("line", finding.line())
        .put("message", finding.what())
        .put("instead", finding.instead());
  }
}
