package shareddb.cli.command.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.output.CountText;
import shareddb.cli.output.ProgressLine;
import shareddb.cli.output.Terminal;
import shareddb.cli.result.HistoryProblemText;
import shareddb.cli.result.UpgradeText;
import shareddb.diagram.DiagramDrawing;
import shareddb.diagram.DiagramResult;
import shareddb.diagram.mermaid.MermaidDiagram;
import shareddb.diagram.svg.SvgDiagram;
import shareddb.migrate.UpgradeResult;

/** The command {@code ./db diagram TRACK}. */
@CommandLine.Command(
    footer = {"", "Without a schema it draws what the migrations make. " + DiagramCommand.EXITS})
public final class DiagramCommand implements Command {

  static final String EXITS =
      "Exit code 3 if --next or --drift found a difference; 1 where the command failed.";

  @Mixin private final DiagramTarget options = new DiagramTarget();

  @Option(names = "--mermaid", description = "write Mermaid text in place of SVG")
  private boolean mermaid;

  @Option(names = "--next", description = "colour what the pending migrations would change")
  private boolean next;

  @Option(names = "--drift", description = "colour what differs from what the migrations make")
  private boolean drift;

  @Option(names = "--out", paramLabel = "FILE", description = "write it to this file")
  private @Nullable String out;

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    if (next && drift) {
      throw CommandFailure.usage("--next and --drift are two pictures", "type one of them");
    }
    if (options.isOffline() && (next || drift)) {
      throw CommandFailure.usage(
          "--offline looks at no schema, so nothing is pending and nothing differs",
          "type it without --offline");
    }
    SelectedTarget chosen = options.in(context);
    return switch (drawn(chosen, context.terminal())) {
      case DiagramResult.Drawn drawn -> write(drawn, context);
      case DiagramResult.Refused refused ->
          throw new HistoryProblemText(chosen, context).about(refused.problems());
      case DiagramResult.NotApplicable(UpgradeResult upgrade) ->
          throw new UpgradeText(chosen, context).notApplicable(upgrade);
    };
  }

  private DiagramResult drawn(SelectedTarget chosen, Terminal terminal) throws SQLException {
    DiagramDrawing drawing = new DiagramDrawing(chosen.track(), chosen.target());
    return ProgressLine.during(
        "drawing " + chosen.schema(),
        terminal,
        progress -> {
          if (next) {
            return drawing.next();
          }
          if (drift) {
            return drawing.drift();
          }
          return options.isOffline() ? drawing.ofMigrations() : drawing.asItIs();
        });
  }

  private ExitCode write(DiagramResult.Drawn drawn, CommandContext context) {
    String document =
        mermaid
            ? MermaidDiagram.of(drawn.diagram(), drawn.legend())
            : SvgDiagram.of(drawn.diagram(), drawn.legend());
    if (out == null) {
      context.terminal().printScript(document.stripTrailing());
    } else {
      Path file = context.here().resolve(out);
      write(file, document);
      int tables = drawn.diagram().tables().size();
      context
          .terminal()
          .print(
              "%s %s: %s, %s"
                  .formatted(
                      context.terminal().tick(),
                      context.shown(file),
                      drawn.legend().title(),
                      CountText.of(tables, "table")));
    }
    return drawn.diagram().hasChanges() ? ExitCode.DIFFERS : ExitCode.DONE;
  }

  private static void write(Path file, String document) {
    try {
      Files.writeString(file, document, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw CommandFailure.failed(
          "cannot write " + file + ": " + new UncheckedIOException(e).getMessage(),
          "name a file in a folder that exists:  --out FILE");
    }
  }
}
