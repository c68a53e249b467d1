package shareddb.cli.command.learn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.JsonOption;
import shareddb.cli.option.YesOption;
import shareddb.cli.output.CountText;
import shareddb.cli.output.Terminal;
import shareddb.learn.lesson.LessonBlock;
import shareddb.learn.lesson.LessonDifference;
import shareddb.learn.lesson.LessonPage;
import shareddb.learn.lesson.LessonPlace;
import shareddb.learn.lesson.LessonRunner;
import shareddb.learn.lesson.LessonSection;
import shareddb.learn.lesson.LessonStep;
import shareddb.learn.lesson.StepResult;

/**
 * Brings a module to where a section of its lesson begins: types what the sections before it ask
 * for. Tenants that are there are removed first. The first of the commands resets the schema. The
 * rows of both are kept in snapshots.
 */
record LessonStart(
    LessonPage page, String module, Optional<LessonTenants> tenants, CommandContext context) {

  private static final Duration LIMIT = Duration.ofMinutes(15);

  /** What a command sets is gone with its terminal: the learner types it once more. */
  private static final Pattern SETS =
      Pattern.compile(
          "(export )?([A-Za-z_]+=(\\$\\([^)]*\\)|\\$\\{[^}]*}|'[^']*'|\"[^\"]*\"|[^\\s'\"$])+ ?)+"
              + "|[a-z]+\\(\\) \\{.*");

  ExitCode run(int at, YesOption yes) throws SQLException {
    List<LessonSection> before =
        page.sections().stream().filter(s -> s.number() > 0 && s.number() < at).toList();
    if (at < 2 || page.sections().stream().noneMatch(section -> section.number() == at)) {
      throw CommandFailure.usage(
          "the lesson has no section %d to go to: there are %s".formatted(at, numbers()),
          "./db lesson " + module);
    }
    String all = CountText.of(before.size(), "section");
    boolean confirmed =
        yes.confirms(
            "this %sresets the schema of %s (the rows are kept in snapshots) and types the commands of %s"
                .formatted(
                    tenants.map(t -> "removes " + t.count() + ", ").orElse(""), page.name(), all),
            "%s %s, and do what %s ask for?"
                .formatted(
                    tenants.map(t -> "Remove " + t.count() + ", reset").orElse("Reset"),
                    page.name(),
                    all),
            "./db lesson %s --at %d".formatted(module, at),
            context);
    if (!confirmed) {
      return YesOption.refused(context.terminal(), new JsonOption());
    }
    if (tenants.isPresent()) {
      tenants.get().remove();
    }
    try {
      return type(before, at);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailure.failed("interrupted", "./db lesson " + module);
    }
  }

  private ExitCode type(List<LessonSection> before, int at)
      throws IOException, InterruptedException {
    int differences = 0;
    SortedMap<Integer, String> running;
    try (var runner = new LessonRunner(place(), page, page.folder(), LIMIT)) {
      for (LessonSection section : before) {
        differences += print(section, runner.run(section));
      }
      running = runner.running();
    }
    Terminal terminal = context.terminal();
    if (differences > 0) {
      terminal.complain(
          CountText.of(differences, "command")
              + " of the lesson did not do what the page shows; section "
              + at
              + " may differ too");
      return ExitCode.FAILED;
    }
    terminal.print("%s is where section %d of its lesson begins".formatted(page.name(), at));
    before.forEach(section -> section.blocks().forEach(this::printSets));
    running.forEach(
        (number, command) ->
            terminal.print("  type in terminal %d:  %s".formatted(number, command)));
    terminal.advise(context.shown(page.file()));
    return ExitCode.DONE;
  }

  private void printSets(LessonBlock block) {
    if (block instanceof LessonBlock.Console(int line, int number, List<LessonStep> steps)) {
      steps.stream()
          .map(LessonStep::input)
          .filter(input -> SETS.matcher(input).matches())
          .forEach(
              input ->
                  context.terminal().print("  type in terminal %d:  %s".formatted(number, input)));
    }
  }

  /** Prints what a section changed, and where the rows of before are kept. */
  private int print(LessonSection section, List<StepResult> results) {
    Terminal terminal = context.terminal();
    List<LessonDifference> found =
        results.stream().map(StepResult::difference).flatMap(Optional::stream).toList();
    terminal.print(
        "%s %s: %s"
            .formatted(
                found.isEmpty() ? terminal.tick() : terminal.cross(),
                section.title(),
                CountText.of(results.size(), "command")));
    section.blocks().stream()
        .filter(LessonBlock.WrittenFile.class::isInstance)
        .map(LessonBlock.WrittenFile.class::cast)
        .forEach(file -> terminal.print("  wrote " + file.path()));
    results.stream()
        .flatMap(result -> result.output().stream())
        .filter(line -> line.startsWith("kept what was there"))
        .forEach(line -> terminal.print("  " + line));
    found.forEach(
        difference ->
            difference.text(context.root()).forEach(line -> terminal.print("    " + line)));
    return found.size();
  }

  private LessonPlace place() throws IOException {
    int api = Integer.parseInt(context.environment().getOrDefault("PORT", "8080"));
    int second = Integer.parseInt(context.environment().getOrDefault("SECOND_PORT", "5433"));
    return new LessonPlace(
        context.root().toRealPath(), context.settings().admin().port(), api, second, false);
  }

  private String numbers() {
    return "2 to " + page.sections().stream().mapToInt(LessonSection::number).max().orElse(1);
  }
}
