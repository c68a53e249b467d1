package shareddb.learn.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Types what a lesson asks for, section by section, and compares what comes out. */
public final class LessonRunner implements AutoCloseable {

  /** How long the page waits for a line of a log. */
  private static final Duration LOG_LIMIT = Duration.ofSeconds(60);

  private final LessonPlace place;
  private final LessonPage page;
  private final Path folder;
  private final Duration limit;
  private final Map<Integer, LessonTerminal> terminals = new TreeMap<>();
  private final Map<Integer, String> typed = new TreeMap<>();

  /**
   * For one page.
   *
   * @param folder the folder of the place where the commands are typed
   * @param limit how long one command may take
   */
  public LessonRunner(LessonPlace place, LessonPage page, Path folder, Duration limit) {
    this.place = place;
    this.page = page;
    this.folder = folder;
    this.limit = limit;
  }

  /** Runs a section; the ones before it have to be run already. */
  public List<StepResult> run(LessonSection section) throws IOException, InterruptedException {
    List<StepResult> results = new ArrayList<>();
    for (LessonBlock block : section.blocks()) {
      switch (block) {
        case LessonBlock.WrittenFile file -> write(file);
        case LessonBlock.Console console -> run(console, results);
      }
    }
    return results;
  }

  /** The commands that go on running, by the numbers of their terminals. */
  public SortedMap<Integer, String> running() {
    SortedMap<Integer, String> running = new TreeMap<>(typed);
    terminals.forEach(
        (number, terminal) -> {
          if (terminal.isAtPrompt()) {
            running.remove(number);
          }
        });
    return running;
  }

  private void write(LessonBlock.WrittenFile file) throws IOException {
    Path path = folder.resolve(file.path()).normalize();
    if (!path.startsWith(place.root())) {
      throw new InvalidLesson(page.file(), file.line(), "the file is outside of the checkout");
    }
    Files.createDirectories(path.getParent());
    Files.writeString(path, file.text());
  }

  private void run(LessonBlock.Console console, List<StepResult> results)
      throws IOException, InterruptedException {
    LessonTerminal terminal = terminal(console.terminal());
    List<LessonStep> steps = console.steps();
    for (int i = 0; i < steps.size(); i++) {
      // In a further terminal the last command of a block may go on running.
      boolean mayGoOn = console.terminal() > 1 && i == steps.size() - 1;
      boolean isCodeShown = i + 1 < steps.size() && steps.get(i + 1).input().equals("echo $?");
      if (!steps.get(i).isInterrupt() && !steps.get(i).isOutputOnly()) {
        typed.put(console.terminal(), steps.get(i).input());
      }
      results.add(run(terminal, steps.get(i), mayGoOn, isCodeShown));
    }
  }

  private LessonTerminal terminal(int number) throws IOException {
    LessonTerminal terminal = terminals.get(number);
    if (terminal == null) {
      terminal = new LessonTerminal(place, folder);
      terminals.put(number, terminal);
    }
    return terminal;
  }

  private StepResult run(
      LessonTerminal terminal, LessonStep step, boolean mayGoOn, boolean isCodeShown)
      throws IOException, InterruptedException {
    if (step.isInterrupt()) {
      terminal.interrupt();
      return new StepResult(step, step.output(), Optional.empty());
    }
    if (step.isOutputOnly()) {
      return goesOn(terminal, step);
    }
    if (!terminal.isAtPrompt()) {
      return failed(step, List.of(), "the command before has not ended; ^C ends it");
    }
    terminal.type(step.input());
    List<String> lines =
        terminal.take(limit, got -> mayGoOn && differenceOf(step.output(), got).isEmpty());
    List<String> got = lines.stream().map(place::shown).toList();
    if (!terminal.isAtPrompt() && !mayGoOn) {
      terminal.interrupt();
      return failed(step, got, "did not end within " + limit.toSeconds() + " s");
    }
    Optional<LineDifference> difference = differenceOf(step.output(), lines);
    if (difference.isEmpty() && terminal.isAtPrompt() && !isCodeShown) {
      return checkedCode(terminal.exitCode(), step, got);
    }
    return new StepResult(step, got, difference.map(found -> at(step, found)));
  }

  /** Reads on until the lines have come that the page shows; others may be between them. */
  private StepResult goesOn(LessonTerminal terminal, LessonStep step) throws InterruptedException {
    List<String> shown = new ArrayList<>(List.of("…"));
    step.output().forEach(shown::add);
    Duration wait = limit.compareTo(LOG_LIMIT) < 0 ? limit : LOG_LIMIT;
    List<String> lines = terminal.take(wait, got -> differenceOf(shown, got).isEmpty());
    Optional<LineDifference> difference = differenceOf(shown, lines);
    return new StepResult(
        step,
        lines.stream().map(place::shown).toList(),
        difference.map(
            found ->
                at(step, new LineDifference(found.index() - 1, found.expected(), found.got()))));
  }

  /** A command that fails has to show it: by an error, by what is next, or by {@code echo $?}. */
  private StepResult checkedCode(int code, LessonStep step, List<String> got) {
    boolean isShown =
        got.stream().anyMatch(line -> line.matches("(error|next|warning): .*|make: \\*\\*\\*.*"));
    // Of diff 1 is no failure: its output is the difference.
    boolean isDifference = code == 1 && step.input().startsWith("diff ");
    return code == 0 || isShown || isDifference
        ? new StepResult(step, got, Optional.empty())
        : failed(step, got, "exit code " + code + ", which the page does not show");
  }

  private Optional<LineDifference> differenceOf(List<String> shown, List<String> lines) {
    return OutputComparison.compare(shown, lines.stream().map(place::shown).toList());
  }

  private StepResult failed(LessonStep step, List<String> got, String why) {
    var difference = new LessonDifference(page.file(), step.line(), step.input(), null, why);
    return new StepResult(step, got, Optional.of(difference));
  }

  private LessonDifference at(LessonStep step, LineDifference found) {
    return new LessonDifference(
        page.file(),
        step.outputLine() + found.index(),
        step.input(),
        found.expected(),
        found.got());
  }

  @Override
  public void close() {
    terminals.values().forEach(LessonTerminal::close);
  }
}
