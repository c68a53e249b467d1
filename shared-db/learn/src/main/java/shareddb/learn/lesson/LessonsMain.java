package shareddb.learn.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Runs the lessons in a checkout, on a server of its own, one after the other, and says of each
 * section whether the page shows what comes out. Arguments: {@code check} or {@code write}, the
 * folder of the pages, the checkout to run them in, and the beginnings of the lessons' names; none
 * for all.
 */
public final class LessonsMain {

  private static final Duration LIMIT = Duration.ofMinutes(15);

  private final Path pages;
  private final LessonPlace place;
  private final boolean isWritten;
  private final AtomicBoolean isStopped = new AtomicBoolean();
  private int differences;

  private LessonsMain(Path pages, LessonPlace place, boolean isWritten) {
    this.pages = pages;
    this.place = place;
    this.isWritten = isWritten;
  }

  /** Exits with 1 where a page shows something else than what comes out. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> all = List.of(arguments);
    Path pages = Path.of(all.get(1)).toRealPath();
    LessonPlace place = LessonPlace.withFreePorts(Path.of(all.get(2)));
    var main = new LessonsMain(pages, place, all.get(0).equals("write"));
    main.run(pages(pages, all.subList(3, all.size())));
    System.exit(main.differences == 0 ? 0 : 1);
  }

  private void run(List<Path> chosen) throws IOException, InterruptedException {
    // Ctrl-C has to stop the server too: the next run could not, as it chooses other ports.
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::stopServers));
    place.db("start");
    try {
      for (Path page : chosen) {
        place.markModulesAsBuilt();
        run(LessonReader.read(page));
      }
      place.markModulesAsBuilt();
    } finally {
      stopServers();
    }
    System.out.println(
        differences == 0
            ? "Each page shows what comes out."
            : (differences == 1 ? "1 difference" : differences + " differences")
                + (isWritten
                    ? ", written into the pages\nnext:  git diff"
                    : "\nnext:  make lessons WRITE=1     writes what came out into the pages"));
  }

  private void stopServers() {
    if (!isStopped.compareAndSet(false, true)) {
      return;
    }
    try {
      place.stopServers();
    } catch (IOException e) {
      System.err.println(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The page in the root, then those of the modules; or those whose folders begin with a name. */
  private static List<Path> pages(Path root, List<String> names) throws IOException {
    List<Path> pages = new ArrayList<>(List.of(root.resolve("README.md")));
    try (Stream<Path> folders = Files.list(root.resolve("workshop"))) {
      folders
          .filter(folder -> folder.getFileName().toString().matches("\\d\\d_.*"))
          .sorted()
          .map(folder -> folder.resolve("README.md"))
          .filter(Files::exists)
          .forEach(pages::add);
    }
    pages.removeIf(page -> !isChosen(root, page, names));
    return pages;
  }

  private static boolean isChosen(Path root, Path page, List<String> names) {
    String name = root.relativize(page).toString().replace("workshop/", "");
    return names.isEmpty() || names.stream().anyMatch(name::startsWith);
  }

  private void run(LessonPage page) throws IOException, InterruptedException {
    System.out.println(pages.relativize(page.file()));
    Path folder = place.root().resolve(pages.relativize(page.folder()));
    List<StepResult> results = new ArrayList<>();
    var recorder = new LessonRecorder(page.file());
    try (var runner = new LessonRunner(place, page, folder, LIMIT)) {
      for (LessonSection section : page.sections()) {
        long begun = System.nanoTime();
        List<StepResult> ofSection = runner.run(section);
        results.addAll(ofSection);
        print(section, ofSection, (System.nanoTime() - begun) / 1e9);
        if (isWritten) {
          recorder.write(results);
        }
      }
    }
  }

  private void print(LessonSection section, List<StepResult> results, double seconds) {
    List<LessonDifference> found =
        results.stream().flatMap(result -> result.difference().stream()).toList();
    differences += found.size();
    if (!section.blocks().isEmpty()) {
      System.out.printf(
          "  %s %-54s %6.1f s%n",
          found.isEmpty() ? "✓" : "✗",
          section.title().isEmpty() ? "(before the first section)" : section.title(),
          seconds);
    }
    for (LessonDifference difference : found) {
      difference.text(pages).forEach(line -> System.out.println("      " + line));
    }
  }
}
