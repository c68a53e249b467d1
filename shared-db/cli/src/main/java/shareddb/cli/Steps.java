package shareddb.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import shareddb.cli.json.Json;
import shareddb.migrate.AppliedStep;
import shareddb.migrate.StatementError;
import shareddb.track.Version;

/** How the steps of an upgrade or a downgrade are shown. */
final class Steps {

  private Steps() {}

  static void print(Terminal terminal, List<AppliedStep> steps) {
    Table table = new Table();
    steps.forEach(
        step ->
            table.row(
                terminal.tick() + " " + version(step.version()),
                step.description(),
                terminal.faint(Moment.took(step.duration()))));
    terminal.print(table);
  }

  static List<Json> json(List<AppliedStep> steps) {
    return steps.stream()
        .map(
            step ->
                new Json()
                    .put("version", step.version().map(Version::toString))
                    .put("description", step.description())
                    .put("script", Path.of(step.script()).getFileName().toString())
                    .put("duration_ms", step.duration().toMillis()))
        .toList();
  }

  /** What is repeatable has none, and is known by the letter of its file. */
  static String version(Optional<Version> version) {
    return version.map(Version::toString).orElse("R");
  }

  /** What Postgres said, with all it added. */
  static String said(StatementError error) {
    return "Postgres says: %s (SQLSTATE %s)%s%s"
        .formatted(
            error.message(),
            error.sqlState(),
            error.detail().map(detail -> "\n" + detail).orElse(""),
            error.hint().map(hint -> "\nhint: " + hint).orElse(""));
  }
}
