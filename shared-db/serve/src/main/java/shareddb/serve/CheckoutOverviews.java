package shareddb.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shareddb.base.names.ModuleName;
import shareddb.base.settings.Settings;
import shareddb.base.track.Workshop;
import shareddb.base.track.WorkshopModule;
import shareddb.web.openapi.ModuleOverview;
import shareddb.web.openapi.ModuleOverviews;

/**
 * What the start page shows of the modules: their files in the checkout, and their versions as the
 * histories have them. The histories are read as the administrator, who may, and not as the API.
 */
final class CheckoutOverviews implements ModuleOverviews {

  /** How long the outcome of a look holds: a page that is opened often asks seldom. */
  private static final Duration FRESH = Duration.ofSeconds(3);

  private static final String PICTURE = "schema(-[a-z0-9_]+)?\\.svg";
  private static final String LESSON = "README.md";

  private record Look(ModuleOverview overview, long until) {}

  private final Workshop workshop;
  private final TrackOverview tracks;
  private final Map<String, Look> looks = new ConcurrentHashMap<>();

  CheckoutOverviews(Settings settings, Workshop workshop) {
    this.workshop = workshop;
    this.tracks = new TrackOverview(settings);
  }

  @Override
  public ModuleOverview of(String module) {
    // Requests that come while one looks wait for its outcome.
    return looks.compute(module, (name, last) -> isFresh(last) ? last : look(name)).overview();
  }

  private static boolean isFresh(@Nullable Look last) {
    return last != null && System.nanoTime() - last.until() < 0;
  }

  private Look look(String name) {
    WorkshopModule module = workshop.module(new ModuleName(name));
    Path folder = module.folder();
    List<String> pictures = names(folder).filter(file -> file.matches(PICTURE)).toList();
    String lesson = Files.exists(folder.resolve(LESSON)) ? LESSON : "";
    int exercises =
        (int) names(folder.resolve("exercises")).filter(file -> file.matches("[0-9]+_.*")).count();
    return new Look(
        new ModuleOverview(tracks.of(module), pictures, lesson, exercises),
        System.nanoTime() + FRESH.toNanos());
  }

  @Override
  public Optional<String> file(String module, String name) {
    if (!name.equals(LESSON) && !name.matches(PICTURE)) {
      return Optional.empty();
    }
    Path file = workshop.module(new ModuleName(module)).folder().resolve(name);
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      String text = Files.readString(file);
      return Optional.of(name.equals(LESSON) ? LessonHtml.of(text) : text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** The names in a folder, in order; none if there is no such folder. */
  private static Stream<String> names(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }
}
