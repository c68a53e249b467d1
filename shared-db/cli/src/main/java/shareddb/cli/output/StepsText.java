package shareddb.cli.output;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import shareddb.base.track.Version;
import shareddb.migrate.script.AppliedStep;
import shareddb.migrate.script.StatementError;

/** The text and the JSON of the steps of an upgrade or a downgrade. */
public final class StepsText {

  private StepsText() {}

  public static void print(Terminal terminal, List<AppliedStep> steps) {
    TextTable table = new TextTable();
    steps.forEach(
        step ->
            table.row(
                terminal.tick() + " " + version(step.version()),
                step.description(),
                terminal.faint(TimeText.took(step.duration()))));
    terminal.print(table);
  }

  public static List<JsonObject> json(List<AppliedStep> steps) {
    return steps.stream()
        .map(
            step ->
                new JsonObject()
                    .put("version", step.version().map(Version::toString))
                    .put("description", step.description())
                    .put("script", Path.of(step.script()).getFileName().toString())
                    .put("duration_ms", step.duration().toMillis()))
        .toList();
  }

  /** The version, or {@code R} for a repeatable migration, which has none. */
  public static String version(Optional<Version> version) {
    return version.map(Version::toString).orElse("R");
  }

  /** The message of Postgres, with its SQLSTATE, detail and hint. */
  public static String said(StatementError error) {
    return "Postgres says: %s (SQLSTATE %s)%s%s"
        .formatted(
            error.message(),
            error.sqlState(),
            error.detail().map(detail -> "\n" + detail).orElse(""),
            error.hint().map(hint -> "\nhint: " + hint).orElse(""));
  }
}
