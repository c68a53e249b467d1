package shareddb.base.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** Finds settings in the environment and in {@code .env}, and collects the problems with them. */
final class SettingSources {

  /** A value, and where it was found. */
  record Found(String name, String value, String origin) {}

  private static final int SHORTEST_SECRET = 16;

  private final Map<String, String> environment;
  private final Map<String, String> file;
  private final List<String> problems = new ArrayList<>();

  SettingSources(Map<String, String> environment, Path file) {
    this.environment = environment;
    this.file = DotEnv.read(file, problems::add);
  }

  /** An empty value counts as not set, as in Docker Compose's {@code ${NAME:-default}}. */
  Optional<Found> find(String name) {
    String fromEnvironment = environment.getOrDefault(name, "");
    if (!fromEnvironment.isEmpty()) {
      return Optional.of(new Found(name, fromEnvironment, "the environment"));
    }
    String fromFile = file.getOrDefault(name, "");
    if (!fromFile.isEmpty()) {
      return Optional.of(new Found(name, fromFile, ".env"));
    }
    return Optional.empty();
  }

  /** The names with this prefix that have a value, in alphabetical order. */
  SortedSet<String> names(String beginning) {
    SortedSet<String> names = new TreeSet<>(environment.keySet());
    names.addAll(file.keySet());
    names.removeIf(name -> !name.startsWith(beginning) || find(name).isEmpty());
    return names;
  }

  /** A secret that a person chose. A short one is a problem. */
  Optional<Secret> secret(String name) {
    Optional<Found> found = find(name);
    found
        .filter(one -> one.value().length() < SHORTEST_SECRET)
        .ifPresent(one -> problem(one, "it is shorter than " + SHORTEST_SECRET + " characters"));
    return found.map(one -> new Secret(one.value()));
  }

  String text(String name, String byDefault) {
    return find(name).map(Found::value).orElse(byDefault);
  }

  /**
   * A value parsed by {@code form}. If the form refuses it, the refusal becomes a problem, not an
   * exception.
   */
  <T> T parsed(String name, T byDefault, Function<String, T> form) {
    Optional<Found> found = find(name);
    if (found.isEmpty()) {
      return byDefault;
    }
    try {
      return form.apply(found.get().value());
    } catch (IllegalArgumentException e) {
      problem(found.get(), String.valueOf(e.getMessage()));
      return byDefault;
    }
  }

  /** Adds a problem that does not belong to one value. */
  void problem(String what) {
    problems.add(what);
  }

  /** Adds a problem of one value. The message must not repeat a value that may hold a secret. */
  void problem(Found found, String what) {
    problems.add(found.name() + " (from " + found.origin() + "): " + what);
  }

  void throwProblems() {
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
  }
}
