package shareddb.cli.command.classroom;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
import shareddb.cli.output.TimeText;
import shareddb.learn.classroom.ClassGrid;
import shareddb.learn.exercise.Exercises;
import shareddb.learn.progress.ExerciseRecord;

/** The command {@code ./db class status}. */
@CommandLine.Command
public final class ClassStatusCommand implements Command {

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    ClassGrid grid = ClassGrid.read(ClassOption.in(context), Exercises.ids(context.workshop()));
    return json.tell(
        context.terminal(), () -> document(grid), () -> print(grid, context.terminal()));
  }

  private static JsonObject document(ClassGrid grid) {
    return new JsonObject()
        .putTexts("exercises", grid.exercises())
        .put("learners", grid.rows().stream().map(ClassStatusCommand::learner).toList());
  }

  private static JsonObject learner(ClassGrid.Row row) {
    JsonObject learner = new JsonObject().put("name", row.learner()).put("passed", row.passed());
    row.lastSeen()
        .ifPresentOrElse(
            seen -> learner.put("last_seen", seen), () -> learner.putNull("last_seen"));
    return learner.put(
        "exercises",
        row.progress().values().stream()
            .sorted((one, other) -> one.exercise().compareTo(other.exercise()))
            .map(
                one ->
                    new JsonObject()
                        .put("exercise", one.exercise())
                        .put("passed", one.passed())
                        .put("tries", one.tries())
                        .put("hints", one.hints())
                        .put("last_seen", one.lastSeen()))
            .toList());
  }

  private static void print(ClassGrid grid, Terminal terminal) {
    if (grid.rows().isEmpty()) {
      terminal.print("there is no learner in the class");
      terminal.advise("./db class add-batch roster.csv");
      return;
    }
    List<String> modules =
        grid.exercises().stream().map(ClassStatusCommand::module).distinct().toList();
    TextTable table = new TextTable();
    table.row(cells("LEARNER", "PASSED", "LAST SEEN", modules));
    for (ClassGrid.Row row : grid.rows()) {
      table.row(
          cells(
              row.learner(),
              row.passed() + " of " + grid.exercises().size(),
              row.lastSeen().map(TimeText::of).orElse("never"),
              modules.stream().map(module -> signs(grid, row, module, terminal)).toList()));
    }
    terminal.print(table);
    long passed = grid.rows().stream().mapToLong(ClassGrid.Row::passed).sum();
    terminal.print(
        "%s, %,d of %,d passed; a number counts the tries of one that is not passed"
            .formatted(
                CountText.of(grid.rows().size(), "learner"),
                passed,
                (long) grid.rows().size() * grid.exercises().size()));
  }

  private static String[] cells(String name, String passed, String seen, List<String> modules) {
    String[] cells = new String[3 + modules.size()];
    cells[0] = name;
    cells[1] = passed;
    cells[2] = seen;
    for (int i = 0; i < modules.size(); i++) {
      cells[3 + i] = modules.get(i);
    }
    return cells;
  }

  /** One sign for each exercise of a module. */
  private static String signs(ClassGrid grid, ClassGrid.Row row, String module, Terminal terminal) {
    return grid.exercises().stream()
        .filter(exercise -> module(exercise).equals(module))
        .map(exercise -> sign(row.progress().get(exercise), terminal))
        .collect(Collectors.joining());
  }

  private static String sign(@Nullable ExerciseRecord progress, Terminal terminal) {
    if (progress == null) {
      return terminal.faint(".");
    }
    return progress.passed()
        ? terminal.good(terminal.showsUnicode() ? "✓" : "P")
        : String.valueOf(Math.min(9, progress.tries()));
  }

  private static String module(String exercise) {
    return exercise.substring(0, 2);
  }
}
