package shareddb.cli;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import shareddb.cli.json.Json;
import shareddb.track.Track;
import shareddb.verify.Checklist;
import shareddb.verify.Finding;
import shareddb.verify.Outcome;
import shareddb.verify.Report;
import shareddb.verify.Subject;

/** {@code ./db verify [TRACK]}. */
@CommandLine.Command
final class VerifyCommand implements Command {

  /** Wide enough for every title, so that lines can be printed as they come. */
  private static final int TITLE = 26;

  @Mixin private final TracksOption options = new TracksOption();

  @Mixin private final SchemaOption schema = new SchemaOption();

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(Surroundings surroundings) throws SQLException {
    boolean passed = true;
    List<Json> documents = new ArrayList<>();
    for (Track track : options.in(surroundings)) {
      Chosen chosen = PlaceOptions.choose(track, schema, surroundings);
      Report report = json.wanted() ? look(chosen, surroundings) : verify(chosen, surroundings);
      passed &= report.passed();
      documents.add(json(report, chosen));
    }
    if (json.wanted()) {
      surroundings.terminal().print(new Json().put("passed", passed).put("tracks", documents));
    }
    return passed ? ExitCode.DONE : ExitCode.DIFFERS;
  }

  private static Report verify(Chosen chosen, Surroundings surroundings) throws SQLException {
    Terminal terminal = surroundings.terminal();
    Subject subject = subject(chosen, surroundings);
    terminal.print(
        terminal.strong(chosen.track().label())
            + (subject.isOfTenants() ? " in all tenants" : " in schema " + chosen.schema()));
    Report report =
        ProgressLine.during(
            "the next check",
            terminal,
            progress -> Checklist.run(subject, finding -> print(finding, terminal)));
    terminal.print(report.passedCount() + " of " + report.findings().size() + " passed");
    return report;
  }

  private static Report look(Chosen chosen, Surroundings surroundings) throws SQLException {
    return Checklist.run(subject(chosen, surroundings), finding -> {});
  }

  private static Subject subject(Chosen chosen, Surroundings surroundings) {
    return new Subject(
        chosen.settings(), chosen.track(), chosen.target(), surroundings.environment());
  }

  private static Json json(Report report, Chosen chosen) {
    return chosen
        .json()
        .put("passed", report.passed())
        .put("checks", report.findings().stream().map(VerifyCommand::json).toList());
  }

  private static Json json(Finding finding) {
    Json json = new Json().put("check", finding.title());
    return switch (finding.outcome()) {
      case Outcome.Ok(String detail) ->
          json.put("outcome", "ok").put("message", detail).putNull("next");
      case Outcome.Failed(String what, String next) ->
          json.put("outcome", "failed").put("message", what).put("next", next);
      case Outcome.NotRun(String because) ->
          json.put("outcome", "not_run").put("message", "first mend " + because).putNull("next");
    };
  }

  private static void print(Finding finding, Terminal terminal) {
    String title = finding.title() + " ".repeat(TITLE - finding.title().length());
    switch (finding.outcome()) {
      case Outcome.Ok(String detail) ->
          terminal.print("  " + terminal.tick() + " " + title + "  " + terminal.faint(detail));
      case Outcome.Failed(String what, String next) -> {
        terminal.print("  " + terminal.cross() + " " + title + "  " + under(what));
        terminal.print("      " + terminal.strong("next:") + "  " + Terminal.indented(next, 13));
      }
      case Outcome.NotRun(String because) ->
          terminal.print(
              "  " + terminal.cross() + " " + title + "  not run: first mend " + because);
    }
  }

  /** Further lines begin where the next command does: a long one is not pushed to the right. */
  private static String under(String what) {
    return Terminal.indented(what, 6);
  }
}
