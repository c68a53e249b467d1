package shareddb.cli.command.proof;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import shareddb.base.track.Track;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.ExitCode;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.option.JsonOption;
import shareddb.cli.option.SchemaOption;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.ProgressLine;
import shareddb.cli.output.Terminal;
import shareddb.cli.selection.TargetSchemaOptions;
import shareddb.cli.selection.TracksOption;
import shareddb.verify.CheckFinding;
import shareddb.verify.CheckReport;
import shareddb.verify.Checklist;
import shareddb.verify.checks.CheckOutcome;
import shareddb.verify.checks.CheckSubject;

/** The command {@code ./db verify [TRACK]}. */
@CommandLine.Command
public final class VerifyCommand implements Command {

  /**
   * The width of the titles' column. Every title fits, so each line can be printed as soon as its
   * check ends.
   */
  private static final int TITLE = 26;

  @Mixin private final TracksOption options = new TracksOption();

  @Mixin private final SchemaOption schema = new SchemaOption();

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    boolean passed = true;
    List<JsonObject> documents = new ArrayList<>();
    for (Track track : options.in(context)) {
      SelectedTarget chosen = TargetSchemaOptions.choose(track, schema, context);
      CheckReport report = json.wanted() ? look(chosen, context) : verify(chosen, context);
      passed &= report.passed();
      documents.add(json(report, chosen));
    }
    if (json.wanted()) {
      context.terminal().print(new JsonObject().put("passed", passed).put("tracks", documents));
    }
    return passed ? ExitCode.DONE : ExitCode.DIFFERS;
  }

  private static CheckReport verify(SelectedTarget chosen, CommandContext context)
      throws SQLException {
    Terminal terminal = context.terminal();
    CheckSubject subject = subject(chosen, context);
    terminal.print(
        terminal.strong(chosen.track().label())
            + (subject.isOfTenants() ? " in all tenants" : " in schema " + chosen.schema()));
    CheckReport report =
        ProgressLine.during(
            "the next check",
            terminal,
            progress -> Checklist.run(subject, finding -> print(finding, terminal)));
    terminal.print(report.passedCount() + " of " + report.findings().size() + " passed");
    return report;
  }

  private static CheckReport look(SelectedTarget chosen, CommandContext context)
      throws SQLException {
    return Checklist.run(subject(chosen, context), finding -> {});
  }

  private static CheckSubject subject(SelectedTarget chosen, CommandContext context) {
    return new CheckSubject(
        chosen.settings(), chosen.track(), chosen.target(), context.environment());
  }

  private static JsonObject json(CheckReport report, SelectedTarget chosen) {
    return chosen
        .json()
        .put("passed", report.passed())
        .put("checks", report.findings().stream().map(VerifyCommand::json).toList());
  }

  private static JsonObject json(CheckFinding finding) {
    JsonObject json = new JsonObject().put("check", finding.title());
    return switch (finding.outcome()) {
      case CheckOutcome.Ok(String detail) ->
          json.put("outcome", "ok").put("message", detail).putNull("next");
      case CheckOutcome.Failed(String what, String next) ->
          json.put("outcome", "failed").put("message", what).put("next", next);
      case CheckOutcome.NotRun(String because) ->
          json.put("outcome", "not_run").put("message", "first mend " + because).putNull("next");
    };
  }

  private static void print(CheckFinding finding, Terminal terminal) {
    String title = finding.title() + " ".repeat(TITLE - finding.title().length());
    switch (finding.outcome()) {
      case CheckOutcome.Ok(String detail) ->
          terminal.print("  " + terminal.tick() + " " + title + "  " + terminal.faint(detail));
      case CheckOutcome.Failed(String what, String next) -> {
        terminal.print("  " + terminal.cross() + " " + title + "  " + under(what));
        terminal.print("      " + terminal.strong("next:") + "  " + Terminal.indented(next, 13));
      }
      case CheckOutcome.NotRun(String because) ->
          terminal.print(
              "  " + terminal.cross() + " " + title + "  not run: first mend " + because);
    }
  }

  /**
   * Indents further lines as far as the next command, so that a long text is not pushed to the
   * right.
   */
  private static String under(String what) {
    return Terminal.indented(what, 6);
  }
}
