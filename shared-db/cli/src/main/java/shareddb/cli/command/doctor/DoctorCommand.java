package shareddb.cli.command.doctor;

import java.sql.SQLException;
import java.util.ArrayList;
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
import shareddb.cli.output.TextTable;

/** The command {@code ./db doctor}. It changes nothing. */
@CommandLine.Command(footer = {"", "Exit code 0 if nothing is wrong, 3 if something is."})
public final class DoctorCommand implements Command {

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    List<DoctorFinding> findings = new ArrayList<>(new MachineFindings(context).all());
    findings.addAll(new FolderFindings(context).all());
    findings.addAll(new ServerFindings(context).all());
    json.tell(context.terminal(), () -> document(findings), () -> print(findings, context));
    return findings.stream().allMatch(DoctorFinding::isFine) ? ExitCode.DONE : ExitCode.DIFFERS;
  }

  private static JsonObject document(List<DoctorFinding> findings) {
    return new JsonObject()
        .put(
            "findings",
            findings.stream()
                .map(
                    finding ->
                        new JsonObject()
                            .put("subject", finding.subject())
                            .put("fine", finding.isFine())
                            .put("found", finding.found())
                            .put("next", finding.next()))
                .toList());
  }

  private static void print(List<DoctorFinding> findings, CommandContext context) {
    Terminal terminal = context.terminal();
    TextTable table = new TextTable();
    for (DoctorFinding finding : findings) {
      table.row(
          (finding.isFine() ? terminal.tick() : terminal.cross()) + " " + finding.subject(),
          finding.found().replace("\n", " "));
      finding.next().ifPresent(next -> table.row("", "next:  " + next));
    }
    terminal.print(table);
    long wrong = findings.stream().filter(finding -> !finding.isFine()).count();
    terminal.print(
        wrong == 0 ? "nothing is wrong" : CountText.of(wrong, "thing") + " to mend, see next:");
  }
}
