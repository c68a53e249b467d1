package shareddb.cli.command.proof;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import shareddb.base.track.Track;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.FormatOption;
import shareddb.cli.output.CountText;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.Terminal;
import shareddb.cli.selection.TracksOption;
import shareddb.schema.lint.Lint;
import shareddb.schema.lint.LintReport;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.LintSettings;

/** The command {@code ./db lint [TRACK]}. */
@CommandLine.Command
public final class LintCommand implements Command {

  @Mixin private final TracksOption options = new TracksOption();

  @Mixin private final FormatOption format = new FormatOption();

  @Option(
      names = "--postgres",
      paramLabel = "VERSION",
      converter = PostgresConverter.class,
      description = "the oldest PostgreSQL that runs the files, 15 to 18; else lint.properties")
  private @Nullable Integer postgres;

  /** Reads a major version of PostgreSQL. */
  static final class PostgresConverter implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return LintSettings.version(text)
          .orElseThrow(
              () -> new TypeConversionException("\"%s\" is not 15, 16, 17 or 18".formatted(text)));
    }
  }

  @Override
  public ExitCode run(CommandContext context) {
    List<LintReport> reports = options.in(context).stream().map(this::report).toList();
    boolean clean = reports.stream().allMatch(LintReport::isClean);
    if (format.annotates()) {
      new LintAnnotations(reports, context).print(format);
      return clean ? ExitCode.DONE : ExitCode.DIFFERS;
    }
    format
        .json()
        .tell(
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

  private LintReport report(Track track) {
    return postgres == null ? Lint.of(track) : Lint.of(track, postgres);
  }

  private static void print(LintReport report, CommandContext context) {
    Terminal terminal = context.terminal();
    report.findings().forEach(finding -> print(finding, context));
    String found =
        report.findings().isEmpty()
            ? "nothing found"
            : CountText.of(report.findings().size(), "finding");
    String allowed = report.allowed().isEmpty() ? "" : ", " + report.allowed().size() + " allowed";
    terminal.print(
        "%s %s: %s in %s files%s"
            .formatted(
                report.isClean() ? terminal.tick() : terminal.cross(),
                report.track().label(),
                found,
                report.files(),
                allowed));
  }

  private static void print(LintFinding finding, CommandContext context) {
    Terminal terminal = context.terminal();
    terminal.print(
        terminal.strong(context.shown(finding.file()) + ":" + finding.line())
            + "  %s (%s, %s)"
                .formatted(finding.rule(), finding.rule().number(), finding.severity()));
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
              + "-- lint: allow RULE (why)\n"
              + "what is right in a whole track is in lint.properties beside its migrations:"
              + "  RULE = off: why");
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
        .put("rule", finding.rule().toString())
        .put("number", finding.rule().number())
        .put("severity", finding.severity().toString())
        .put("file", context.shown(finding.file()))
        .put("line", finding.line())
        .put("message", finding.what())
        .put("instead", finding.instead());
  }
}
